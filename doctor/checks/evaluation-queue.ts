import {
  type Dimension,
  GetMetricStatisticsCommand,
  paginateListMetrics,
} from '@aws-sdk/client-cloudwatch';
import { asked, prefixOf, type Watched } from '../cloud-watch.ts';
import { type Check, notChecked, ok, wrong } from '../finding.ts';

const Namespace = 'AWS/SQS';

/** How CloudFormation’s names of the queues go on after the stack’s. */
export const queues = { evaluations: 'EvaluationsQueue', deadLetters: 'EvaluationsDeadLetters' };

/** SQS reports every minute, some minutes late; in seconds. */
const lately = 15 * 60;

/** The queue whose name begins so; CloudFormation adds letters of its own. */
const queueNamed = ({ client }: Watched, start: string, MetricName: string) =>
  asked(async (): Promise<Dimension[] | undefined> => {
    for await (const { Metrics = [] } of paginateListMetrics(
      { client },
      { Namespace, MetricName },
    )) {
      const found = Metrics.find(({ Dimensions }) => Dimensions?.[0]?.Value?.startsWith(start));
      if (found) return found.Dimensions;
    }
    return undefined;
  });

/**
 * The highest value that a queue has reported lately; 0 if it has not: SQS reports nothing of a queue
 * that was not used for six hours, and CloudWatch lists no metric without a value in two weeks.
 * @returns null if nothing is known of such a queue
 */
const highest = async (
  watched: Watched,
  MetricName: string,
  logicalId: string,
): Promise<number | null> => {
  const { client, now } = watched;
  const Dimensions = await queueNamed(watched, `${prefixOf(watched)}${logicalId}`, MetricName);
  if (!Dimensions) return null;
  const statistics = new GetMetricStatisticsCommand({
    Namespace,
    MetricName,
    Dimensions,
    StartTime: new Date(now() - lately * 1000),
    EndTime: new Date(now()),
    Period: lately,
    Statistics: ['Maximum'],
  });
  const { Datapoints = [] } = await asked(() => client.send(statistics));
  return Math.max(0, ...Datapoints.map(({ Maximum = 0 }) => Maximum));
};

const unknown = (watched: Watched) =>
  notChecked(
    `CloudWatch knows no queue ${prefixOf(watched)}Evaluations… with news in two weeks`,
    'After a first evaluation it does; else compare --stack and --region',
  );

/** Four attempts: a model that was busy for a moment is long over by then; in seconds. */
const tooLong = 3600;

/** How long the oldest evaluation has waited. */
export const queueAge: Check<Watched> = {
  name: 'queue age',
  run: async (watched) => {
    const age = await highest(watched, 'ApproximateAgeOfOldestMessage', queues.evaluations);
    if (age === null) return unknown(watched);
    const minutes = Math.round(age / 60);
    return age < tooLong
      ? ok(
          age === 0 ? 'No evaluation is waiting' : `The oldest evaluation waits for ${minutes} min`,
        )
      : wrong(
          `The oldest evaluation has waited for ${minutes} min`,
          'Look at the model and the budget, then at the log of evaluate-interview; the answers are safe',
        );
  },
};

/** Whether evaluations were given up. */
export const deadLetters: Check<Watched> = {
  name: 'dead letters',
  run: async (watched) => {
    const metric = 'ApproximateNumberOfMessagesVisible';
    const count = await highest(watched, metric, queues.deadLetters);
    if (count === null) return unknown(watched);
    return count === 0
      ? ok('No evaluation was given up')
      : wrong(
          `Evaluations that were given up after eight attempts: ${count}`,
          'Mend what the log of evaluate-interview shows, then start a redrive of the dead-letter queue in the SQS console',
        );
  },
};
