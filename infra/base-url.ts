import { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { EndpointFunction } from './endpoint-function.ts';

/**
 * The public base URL, in a parameter. The distribution depends on the API and the API on its
 * functions, so they can know the parameter's name before its value is known.
 */
export class BaseUrl extends Construct {
  readonly #name: string;

  constructor(scope: Construct, id: string, deployment: string) {
    super(scope, id);
    this.#name = `/${deployment}/base-url`;
  }

  /** Stores the URL. */
  publish(url: string): void {
    new StringParameter(this, 'Parameter', {
      parameterName: this.#name,
      stringValue: url,
      description: 'Where candidates and recruiters reach this deployment',
    });
  }

  /** Lets a function read the URL, and sets the name of its parameter. */
  grant(fn: EndpointFunction): void {
    fn.setEnv('BASE_URL_PARAMETER', this.#name);
    fn.allow({
      actions: ['ssm:GetParameter'],
      resources: [
        Stack.of(this).formatArn({
          service: 'ssm',
          resource: 'parameter',
          resourceName: this.#name.slice(1),
        }),
      ],
    });
  }
}
