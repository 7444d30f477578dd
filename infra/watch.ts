import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { alarmsOf, type Watched } from './alarms.ts';
import { Dashboard } from './dashboard.ts';
import { LogQueries } from './log-queries.ts';

export interface WatchProps extends Watched {
  /** The address that alarms are sent to; without one they appear only in the console. */
  alarmEmail: string | undefined;
}

/** What operators see and are told: alarms, a dashboard, and queries of the logs. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, { alarmEmail, ...watched }: WatchProps) {
    super(scope, id);
    const topic = alarmEmail ? new Topic(this, 'Topic', { enforceSSL: true }) : null;
    if (topic && alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail));
    // A topic with a policy of its own has lost the default one, by which alarms of the account may publish.
    topic?.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    const watching = alarmsOf(watched);
    const alarms = Object.entries(watching).map(([name, { metric, threshold, impact }]) => {
      const alarm = new Alarm(this, name, {
        metric,
        threshold,
        alarmDescription: `${impact} What to do: docs/operations.md#${name.toLowerCase()}`,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      if (topic) alarm.addAlarmAction(new SnsAction(topic));
      return alarm;
    });
    new Dashboard(this, 'Overview', { watched, alarms, watching });
    const { accessLog, functions } = watched;
    new LogQueries(this, 'Queries', [accessLog, ...functions.map((fn) => fn.function.logGroup)]);
  }
}
