import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { EndpointFunction } from './endpoint-function.ts';

/**
 * The keys that sign links. The stack generates the first one and nobody sees it; without it no
 * link that was sent works, so it survives the stack.
 */
export class LinkKeys extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description:
        'Keys that sign the links of candidates: {"current": "<id>", "<id>": "<random>"}',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: '1' }),
        generateStringKey: '1',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A scheduled rotation would break links in candidates’ mailboxes once the old key is removed. A person rotates them with a command, and retires the old key when its last link has expired: docs/operations.md.',
    });
  }

  /** Lets a function read the keys, and sets the secret's ARN. */
  grant(fn: EndpointFunction): void {
    fn.setEnv('LINK_KEYS_SECRET', this.secret.secretArn);
    fn.allow({
      actions: ['secretsmanager:GetSecretValue'],
      resources: [this.secret.secretArn],
    });
  }
}
