import { Duration, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { notQueued } from '../shared/contract/evaluation-queue.ts';
import type { EndpointFunction } from './endpoint-function.ts';
import type { Evaluations } from './evaluations.ts';

export interface WatchProps {
  api: RestApi;
  functions: readonly EndpointFunction[];
  evaluations: Evaluations;
  /** The address that alarms are sent to; without one they appear only in the console. */
  alarmEmail: string | undefined;
}

const period = Duration.minutes(5);

/** CloudWatch allows at most ten metrics in one alarm. */
const tens = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 10) }, (_, n) => all.slice(n * 10, n * 10 + 10));

const errorsOf = (functions: readonly EndpointFunction[]) =>
  new MathExpression({
    expression: 'SUM(METRICS())',
    label: 'Errors',
    period,
    usingMetrics: Object.fromEntries(
      functions.map((fn, n) => [
        `errors${n}`,
        fn.function.metricErrors({ period, label: fn.node.id }),
      ]),
    ),
  });

/** The number of log lines that report an interview which could not be put on the queue. */
const notQueuedIn = (functions: readonly EndpointFunction[]): IMetric[] =>
  functions.map((fn) =>
    new MetricFilter(fn, 'NotQueued', {
      logGroup: fn.function.logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', notQueued),
      metricNamespace: Stack.of(fn).stackName,
      metricName: 'EvaluationsNotQueued',
    }).metric({ period, statistic: 'Sum' }),
  );

/** Raises alarms for operators. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const topic = props.alarmEmail ? new Topic(this, 'Topic', { enforceSSL: true }) : null;
    if (topic && props.alarmEmail) topic.addSubscription(new EmailSubscription(props.alarmEmail));

    const alarm = (name: string, metric: IMetric, threshold: number, alarmDescription: string) => {
      const made = new Alarm(this, name, {
        metric,
        threshold,
        alarmDescription,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      if (topic) made.addAlarmAction(new SnsAction(topic));
    };
    alarm(
      'DeadLetters',
      props.evaluations.deadLetters.metricApproximateNumberOfMessagesVisible({
        period,
        statistic: 'Maximum',
      }),
      1,
      'An evaluation failed eight times. The answers are safe; look at the log of evaluate-interview, then start a redrive of the dead-letter queue.',
    );
    // All of them are counted in one metric.
    const [unqueued] = notQueuedIn(props.evaluations.senders);
    if (unqueued) {
      alarm(
        'EvaluationsNotQueued',
        unqueued,
        1,
        'An evaluation could not be put on the queue. The answers are safe; the log line names the interview: if it stays evaluating, POST /api/interviews/{id}/evaluate/.',
      );
    }
    alarm(
      'ServerErrors',
      props.api.metricServerError({ period, statistic: 'Sum' }),
      5,
      'The API returned 5xx five times in five minutes. The access log names the routes, the logs of the functions show why.',
    );
    for (const [n, functions] of tens(props.functions).entries()) {
      alarm(
        `FunctionErrors${n + 1}`,
        errorsOf(functions),
        1,
        'A function crashed or timed out; an error that a function handles itself is not counted.',
      );
    }
  }
}
