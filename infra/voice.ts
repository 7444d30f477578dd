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

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const bucket = new Bucket(this, 'Audio', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        // Spoken again when it is needed again; a question can be close to somebody's résumé.
        { prefix: 'cache/', expiration: Duration.days(30) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    // The CDK's own types do not hold under exactOptionalPropertyTypes.
    this.bucket = bucket as IBucket;
    Validations.of(bucket).acknowledge(
      {
        id: 'AwsSolutions-S1',
        reason:
          'Only the distribution reads the bucket and only two functions write it. Its access log would name sessions, which no log of ours does.',
      },
      {
        id: 'AwsSolutions-S10',
        reason:
          'The policy that asks for TLS also names the distribution, so it is in the app’s stack: see serveFrom.',
      },
    );
  }

  /**
   * Lets one distribution read the sound, over TLS only. The policy belongs to the distribution's
   * stack: here it would make each stack wait for the other.
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

  /** Lets a function speak and keep the sound, and tells it where. */
  grant(fn: EndpointFunction): void {
    const cache = this.bucket.arnForObjects('cache/*');
    const sound = this.bucket.arnForObjects('media/tts/*');
    fn.tell('AUDIO_BUCKET', this.bucket.bucketName);
    fn.allow({ actions: ['polly:SynthesizeSpeech'], resources: ['*'] });
    // A question is copied from the cache, so only the cache is ever read.
    fn.allow({ actions: ['s3:GetObject'], resources: [cache] });
    fn.allow({ actions: ['s3:PutObject'], resources: [cache, sound] });
    const exported = Stack.of(this).exportValue(this.bucket.bucketArn);
    const reason = 'Objects of one prefix of one bucket, whose keys are made as they are needed.';
    Validations.of(fn).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'Polly’s speech has no resource that a right could name.',
      },
      ...wildcardIds(fn, {
        resources: [`${exported}/cache/*`, `${exported}/media/tts/*`],
      }).map((id) => ({ id, reason })),
    );
  }
}
