import { type Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';

export interface LogMetric {
  name: string;
  logs: readonly ILogGroup[];
  /** Which lines, in CloudWatch's language for JSON. */
  pattern: string;
  /** The field with the value; without one, lines are counted. */
  value?: string;
  /** The highest value, unless it says otherwise. */
  statistic?: 'Maximum' | 'Minimum';
  period: Duration;
}

/**
 * One metric from the matching lines of several logs: a sum, or one of the values. It has no dimension:
 * an id in one would be a metric of its own.
 */
export const logMetric = (of: LogMetric): IMetric => {
  const { name, logs, pattern, value, statistic = 'Maximum', period } = of;
  const [metric] = logs.map((logGroup) =>
    new MetricFilter(logGroup, name, {
      logGroup,
      filterPattern: FilterPattern.literal(pattern),
      metricNamespace: Stack.of(logGroup).stackName,
      metricName: name,
      ...(value && { metricValue: value }),
    }).metric({ period, statistic: value ? statistic : 'Sum' }),
  );
  if (!metric) throw new Error(`There is no log for the metric ${name}`);
  return metric;
};
