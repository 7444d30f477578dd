import { CfnResource, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** The bucket of the pages. They are built from the repository, so it is emptied and goes with its stack. */
export const pagesBucket = (scope: Construct): IBucket => {
  const bucket = new Bucket(scope, 'Pages', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'Contains only public pages, which only the distribution reads.',
  });
  giveLog(scope);
  // The CDK's own types do not compile under exactOptionalPropertyTypes.
  return bucket as IBucket;
};

/** Lambda would create the log of the CDK's function that empties the bucket, and keep it for ever. */
const giveLog = (scope: Construct) => {
  const handler = Stack.of(scope)
    .node.tryFindChild('Custom::S3AutoDeleteObjectsCustomResourceProvider')
    ?.node.tryFindChild('Handler');
  if (!(handler instanceof CfnResource)) {
    throw new Error('The CDK function that empties the bucket of pages was not found');
  }
  const logGroup = new LogGroup(scope, 'EmptyingLog', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  handler.addPropertyOverride('LoggingConfig.LogGroup', logGroup.logGroupName);
};
