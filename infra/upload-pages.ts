import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { wildcardIds } from './wildcards.ts';

/**
 * Uploads the built pages: first the assets, whose names change with their content, then the pages
 * themselves. Nothing old is removed, so that an open page still finds its assets.
 */
export const uploadPages = (
  scope: Construct,
  { bucket, pages }: { bucket: IBucket; pages: string },
): void => {
  const upload = new Construct(scope, 'Upload');
  const files = new Asset(upload, 'Files', { path: pages });
  const common = {
    sources: [Source.bucket(files.bucket as IBucket, files.s3ObjectKey)],
    destinationBucket: bucket,
    prune: false,
    logGroup: new LogGroup(upload, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  };
  const parts = new BucketDeployment(upload, 'Parts', {
    ...common,
    exclude: ['*'],
    include: ['assets/*'],
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  });
  const documents = new BucketDeployment(upload, 'Documents', {
    ...common,
    exclude: ['assets/*'],
    cacheControl: [CacheControl.fromString('no-cache')],
  });
  documents.node.addDependency(parts);
  acknowledgeUploader(upload, [bucket, files.bucket as IBucket]);
};

/** Acknowledges the CDK's own upload function, which runs during a deployment only. */
const acknowledgeUploader = (scope: Construct, buckets: IBucket[]) => {
  const uploader = Stack.of(scope).node.children.find(({ node }) =>
    node.id.startsWith('Custom::CDKBucketDeployment'),
  );
  if (!uploader) throw new Error('The CDK function that uploads the pages was not found');
  const actions = ['Abort', 'DeleteObject', 'GetBucket', 'GetObject', 'List'];
  const wildcards = wildcardIds(scope, {
    actions: actions.map((action) => `s3:${action}*`),
    resources: buckets.map((bucket) => bucket.arnForObjects('*')),
  });
  Validations.of(uploader).acknowledge(
    { id: 'AwsSolutions-L1', reason: 'The CDK chooses the runtime of its own function.' },
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason: 'The CDK chooses the policy of its own function.',
    },
    ...wildcards.map((id) => ({
      id,
      reason:
        'This is how the CDK lets its own function read the built pages and write to the bucket of public pages.',
    })),
  );
};
