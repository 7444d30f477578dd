import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AwsCustomResource, Logging, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';

/** One call of an AWS API, made when it is first deployed and whenever it changes. */
export interface ApiCall {
  /** The client's package, such as `@aws-sdk/client-dynamodb`. */
  service: string;
  action: string;
  parameters: object;
  /** The IAM action, and the resource at which the right ends. */
  right: { action: string; resource: string };
  /** A change of it repeats the call, even with the same parameters. */
  occasion: string;
  /** An error code that is as good as success. */
  unlessError?: string;
}

/**
 * Calls of AWS APIs that are part of a deployment, for what a resource cannot express. Nothing is
 * called when the stack is deleted.
 */
export class ApiCalls extends Construct {
  readonly #logGroup: LogGroup;
  readonly #role: Role;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The role that the CDK would create may write to every log of the account.
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    this.#logGroup.grantWrite(this.#role);
  }

  /** Adds a call to a stack. */
  add(scope: Construct, id: string, call: ApiCall): Construct {
    const { right, occasion, unlessError, ...sdkCall } = call;
    this.#role.addToPolicy(
      new PolicyStatement({ actions: [right.action], resources: [right.resource] }),
    );
    return new AwsCustomResource(scope, id, {
      resourceType: `Custom::${id}`,
      logGroup: this.#logGroup,
      role: this.#role,
      installLatestAwsSdk: false,
      onUpdate: {
        ...sdkCall,
        physicalResourceId: PhysicalResourceId.of(`${id}-${occasion}`),
        outputPaths: [],
        // Responses contain what the log must not, such as a user's attributes.
        logging: Logging.withDataHidden(),
        ...(unlessError && { ignoreErrorCodesMatching: unlessError }),
      },
    });
  }
}
