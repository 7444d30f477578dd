import {
  GetMetricStatisticsCommand,
  type Metric,
  paginateListMetrics,
} from '@aws-sdk/client-cloudwatch';
import { asked, prefixOf, type Watched } from '../cloud-watch.ts';
import { type Check, notChecked, ok, wrong } from '../finding.ts';

/** How CloudFormation’s names of the queues go on after the stack’s. */
export const queues = { evaluations: 'EvaluationsQueue', deadLetters: 'EvaluationsDeadLetters' };

/** SQS reports every minute, some minutes late, and an evaluation is tried every twelve; in seconds. */
const lately = 15 * 60;

/** The highest value of a metric lately; 0 without one: SQS reports nothing of a queue unused for six hours. */
const highest = async (
  { client, now }: Watched,
  metric: Pick<Metric, 'Namespace' | 'MetricName' | 'Dimensions'>,
): Promise<number> => {
  const statistics = new GetMetricStatisticsCommand({
    Namespace: metric.Namespace,
    MetricName: metric.MetricName,
    Dimensions: metric.Dimensions,
    StartTime: new Date(now() - lately * 1000),
    EndTime: new Date(now()),
    Period: lately,
    Statistics: ['Maximum'],
  });
  const { Datapoints = [] } = await asked(() => client.send(statistics));
  return Math.max(0, ...Datapoints.map(({ Maximum = 0 }) => Maximum));
};

/**
 * What a metric says of the queue whose name begins so, to which CloudFormation adds letters of its own.
 * Those of a deployment that was destroyed are listed for two weeks, and say nothing any more.
 * @returns null if nothing is known of such a queue
 */
const ofQueue = async (
  watched: Watched,
  MetricName: string,
  logicalId: string,
): Promise<number | null> => {
  const start = `${prefixOf(watched)}${logicalId}`;
  const wanted = { Namespace: 'AWS/SQS', MetricName };
  const found = await asked(async () => {
    const all: Metric[] = [];
    for await (const { Metrics = [] } of paginateListMetrics({ client: watched.client }, wanted)) {
      all.push(...Metrics.filter(({ Dimensions }) => Dimensions?.[0]?.Value?.startsWith(start)));
    }
    return all;
  });
  if (found.length === 0) return null;
  return Math.max(
    ...(await Promise.all(found.map((metric) => highest(watched, { ...metric, ...wanted })))),
  );
};

const unknown = (watched: Watched) =>
  notChecked(
    `CloudWatch knows no queue ${prefixOf(watched)}Evaluations… with news in two weeks`,
    'After a first evaluation it does; else compare --stack and --region',
  );

/** As for the alarms EvaluationsLate and EvaluationsNotRead; in seconds. */
const tooLong = 1800;

/**
 * How long the oldest evaluation has waited: by the queue for what it has hardly handed out, which
 * is all that it counts, and by the function for what fails again and again.
 */
export const queueAge: Check<Watched> = {
  name: 'queue age',
  run: async (watched) => {
    const queued = await ofQueue(watched, 'ApproximateAgeOfOldestMessage', queues.evaluations);
    if (queued === null) return unknown(watched);
    const failing = await highest(watched, {
      Namespace: prefixOf(watched).slice(0, -1),
      MetricName: 'EvaluationsLate',
    });
    const age = Math.max(queued, failing);
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
    const count = await ofQueue(watched, metric, queues.deadLetters);
    if (count === null) return unknown(watched);
    return count === 0
      ? ok('No evaluation was given up')
      : wrong(
          `Evaluations that were given up after eight attempts: ${count}`,
          'Fix what the log of evaluate-interview shows, then start a redrive of the dead-letter queue in the SQS console',
        );
  },
};
