import { Duration } from 'aws-cdk-lib';
import { RecursiveLoop } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Use } from '../shared/contract/endpoint-row.ts';
import { EndpointFunction } from './endpoint-function.ts';
import { type Grants, grantUses } from './uses.ts';

/** The folder of the function that reads the queue. It has no route, so it has no row. */
export const consumer: { folder: string; uses: readonly Use[] } = {
  folder: 'evaluate-interview',
  uses: ['table:read', 'table:write', 'model', 'queue:send'],
};

/** Above the 100 s that one attempt may ask the model. */
const timeout = Duration.seconds(120);

/** Makes up later, from a queue, the evaluations that could not be made at once. */
export class Evaluations extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** The functions that put interviews on the queue. */
  readonly senders: EndpointFunction[] = [];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const secure = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...secure,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      ...secure,
      retentionPeriod: Duration.days(4),
      // Six times the function's timeout, as Lambda asks for, is also the pause before the next try.
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 8 },
    });
  }

  /** Adds the function that works the queue off, a few interviews at a time. */
  consume(props: { grants: Grants; bundles: string }): EndpointFunction {
    const fn = new EndpointFunction(this, consumer.folder, {
      description: 'Make up an evaluation that could not be made at once',
      bundles: props.bundles,
      timeout,
      // While the budget is spent a message goes round every quarter of an hour. Lambda would take
      // that for a runaway loop and drop it after sixteen rounds.
      recursiveLoop: RecursiveLoop.ALLOW,
    });
    grantUses(props.grants, consumer.uses, fn);
    fn.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 1,
        reportBatchItemFailures: true,
        maxConcurrency: 5,
      }),
    );
    return fn;
  }

  /** Lets a function put interviews on the queue, and tells it where. */
  grant(fn: EndpointFunction): void {
    this.senders.push(fn);
    fn.tell('EVALUATION_QUEUE_URL', this.queue.queueUrl);
    fn.allow({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] });
  }
}
