import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  BucketPolicy,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { EndpointFunction } from './endpoint-function.ts';
import { wildcardIds } from './wildcards.ts';

/** The sound of the questions. */
export class Voice extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { soundDays }: { soundDays: number }) {
    super(scope, id);
    const bucket = new Bucket(this, 'Audio', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      lifecycleRules: [
        // A spoken question can be close to someone's résumé. The cache is filled again when needed.
        { prefix: 'cache/', expiration: Duration.days(30) },
        { prefix: 'media/tts/', expiration: Duration.days(soundDays) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    // The CDK's own types do not compile under exactOptionalPropertyTypes.
    this.bucket = bucket as IBucket;
    Validations.of(bucket).acknowledge(
      {
        id: 'AwsSolutions-S1',
        reason:
          'Only the distribution reads the bucket and only two functions write to it. Its access log would name sessions, which none of our logs does.',
      },
      {
        id: 'AwsSolutions-S10',
        reason:
          'The policy that requires TLS also names the distribution, so it is in the app’s stack: see serveFrom.',
      },
    );
  }

  /**
   * Lets one distribution read the sound, over TLS only. The policy belongs to the distribution's
   * stack: here it would make each stack depend on the other.
   */
  serveFrom(scope: Construct, distributionId: string): void {
    const policy = new BucketPolicy(scope, 'AudioPolicy', {
      bucket: this.bucket,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    policy.document.addStatements(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new StarPrincipal()],
        actions: ['s3:*'],
        resources: [this.bucket.bucketArn, this.bucket.arnForObjects('*')],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [this.bucket.arnForObjects('media/*')],
        conditions: {
          StringEquals: {
            'AWS:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/${distributionId}`,
          },
        },
      }),
    );
  }

  /** Lets a function delete the spoken questions of an interview, and sets the bucket's name. */
  grantErase(fn: EndpointFunction): void {
    fn.setEnv('AUDIO_BUCKET', this.bucket.bucketName);
    fn.allow({
      actions: ['s3:DeleteObject'],
      resources: [this.bucket.arnForObjects('media/tts/*')],
    });
    this.#acknowledgePrefixes(fn, ['media/tts/*']);
  }

  /** Lets a function synthesise speech and store it, and sets the bucket's name. */
  grant(fn: EndpointFunction): void {
    const cache = this.bucket.arnForObjects('cache/*');
    const sound = this.bucket.arnForObjects('media/tts/*');
    fn.setEnv('AUDIO_BUCKET', this.bucket.bucketName);
    fn.allow({ actions: ['polly:SynthesizeSpeech'], resources: ['*'] });
    // A question is copied from the cache, so only the cache is ever read.
    fn.allow({ actions: ['s3:GetObject'], resources: [cache] });
    fn.allow({ actions: ['s3:PutObject'], resources: [cache, sound] });
    Validations.of(fn).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Polly’s speech synthesis has no resource that a right could name.',
    });
    this.#acknowledgePrefixes(fn, ['cache/*', 'media/tts/*']);
  }

  #acknowledgePrefixes(fn: EndpointFunction, prefixes: readonly string[]) {
    const exported = Stack.of(this).exportValue(this.bucket.bucketArn);
    const resources = prefixes.map((prefix) => `${exported}/${prefix}`);
    Validations.of(fn).acknowledge(
      ...wildcardIds(fn, { resources }).map((id) => ({
        id,
        reason: 'Objects of one prefix of one bucket, whose keys are created as needed.',
      })),
    );
  }
}
