import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { sweep } from '../shared/contract/sweep.ts';
import { EndpointFunction } from './endpoint-function.ts';
import { type Grants, grantUses } from './uses.ts';

/** The function that ends interviews which their candidates leave open, and what starts it. */
export class Sweep extends Construct {
  readonly function: EndpointFunction;

  constructor(scope: Construct, id: string, props: { grants: Grants; bundles: string }) {
    super(scope, id);
    const every = Duration.seconds(sweep.every);
    this.function = new EndpointFunction(this, sweep.folder, {
      description: 'Seal, evaluate and erase interviews that are due',
      bundles: props.bundles,
      timeout: Duration.seconds(sweep.timeout),
      // The next run does what a failed one has left.
      retryAttempts: 0,
      maxEventAge: every,
    });
    grantUses(props.grants, sweep.uses, this.function);
    new Rule(this, 'Rule', {
      description: 'Starts the sweep of interviews',
      schedule: Schedule.rate(every),
      targets: [new LambdaFunction(this.function.function, { retryAttempts: 0 })],
    });
  }
}
