import { Duration } from 'aws-cdk-lib';
import { RecursiveLoop } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { evaluationQueue } from '../shared/contract/evaluation-queue.ts';
import { EndpointFunction } from './endpoint-function.ts';
import { type Grants, grantUses } from './uses.ts';

/** The queue of the evaluations that could not be completed at once, and the function that reads it. */
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
      retentionPeriod: Duration.seconds(evaluationQueue.deadLetterRetention),
    });
    this.queue = new Queue(this, 'Queue', {
      ...secure,
      retentionPeriod: Duration.seconds(evaluationQueue.retention),
      visibilityTimeout: Duration.seconds(evaluationQueue.visibilityTimeout),
      deadLetterQueue: {
        queue: this.deadLetters,
        maxReceiveCount: evaluationQueue.maxReceiveCount,
      },
    });
  }

  /** Adds the function that processes the queue, a few interviews at a time. */
  consume(props: { grants: Grants; bundles: string }): EndpointFunction {
    const fn = new EndpointFunction(this, evaluationQueue.folder, {
      description: 'Complete an evaluation that could not be completed at once',
      bundles: props.bundles,
      timeout: Duration.seconds(evaluationQueue.timeout),
      // While the budget is used up, a message is queued again every quarter of an hour. Lambda
      // would treat that as a runaway loop and drop the message after sixteen rounds.
      recursiveLoop: RecursiveLoop.ALLOW,
    });
    grantUses(props.grants, evaluationQueue.uses, fn);
    fn.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 1,
        reportBatchItemFailures: true,
        maxConcurrency: evaluationQueue.concurrency,
      }),
    );
    return fn;
  }

  /** Lets a function put interviews on the queue, and sets the queue's URL. */
  grant(fn: EndpointFunction): void {
    this.senders.push(fn);
    fn.setEnv('EVALUATION_QUEUE_URL', this.queue.queueUrl);
    fn.allow({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] });
  }
}
