import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  type Conditions,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  type RecursiveLoop,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface EndpointFunctionProps {
  /** The description shown in the console. */
  description: string;
  /** The folder with one bundle per folder of `functions/`; see bundle.ts. */
  bundles: string;
  /** API Gateway's limit by default. */
  timeout?: Duration;
  /** Whether it may cause its own next call; it may not by default. */
  recursiveLoop?: RecursiveLoop;
  /** For an event that nobody waits for: how often it is tried again, and until when. */
  retryAttempts?: number;
  maxEventAge?: Duration;
}

/** The actions that a function may perform, and on which resources. */
export interface Right {
  actions: string[];
  resources: string[];
  conditions?: Conditions;
}

/** API Gateway waits no longer for a function, so our own integration does not either. */
export const endpointTimeout = Duration.seconds(29);

/** One of our functions, with a log and a role of its own. The only Lambda functions that we write. */
export class EndpointFunction extends Construct {
  readonly function: LambdaFunction;
  // In the role itself: a policy beside it is one resource more for every function.
  readonly #rights = new PolicyDocument();

  constructor(scope: Construct, folder: string, { bundles, ...props }: EndpointFunctionProps) {
    super(scope, folder);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { rights: this.#rights },
    });
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: endpointTimeout,
      handler: `${folder}.handler`,
      code: Code.fromAsset(join(bundles, folder)),
      logGroup,
      role,
      ...props,
      // CloudFormation turns other characters into question marks.
      description: props.description.replaceAll('’', "'"),
    });
    // The managed policy for this would cover every log of the account.
    this.allow({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
  }

  /** Grants the function a right. */
  allow(right: Right): void {
    this.#rights.addStatements(new PolicyStatement(right));
  }

  /** Sets an environment variable, which the function reads at cold start. */
  setEnv(variable: string, value: string): void {
    this.function.addEnvironment(variable, value);
  }
}
