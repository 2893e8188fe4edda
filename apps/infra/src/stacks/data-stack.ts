import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { rawBucketName } from '../raw-bucket-name';
import type { Stage } from '../stages';

/** What must outlive every other stack: the raw objects, from which the warehouse can be built again. */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-data${stage.suffix}`,
      description: 'Clickstream: raw events',
      env: { region: stage.region },
      terminationProtection: true,
    });

    new Bucket(this, 'RawBucket', {
      bucketName: rawBucketName(this, stage),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    });
  }
}
