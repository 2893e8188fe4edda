import { Aws } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from './stages';

/**
 * The name of the bucket of raw objects. Bucket names are global, so it ends with account and region; the context
 * value `rawBucketName` overrides it. Stacks agree on the bucket by this name alone, so that none holds another up.
 */
export function rawBucketName(scope: Construct, { suffix }: Stage): string {
  const override: unknown = scope.node.tryGetContext('rawBucketName');
  return typeof override === 'string'
    ? override
    : `clickstream-s3-ingest${suffix}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}
