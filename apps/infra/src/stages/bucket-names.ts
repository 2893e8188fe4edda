import { Aws, DefaultStackSynthesizer } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from './stages';

/**
 * The name of the bucket of raw objects. Bucket names are global, so it ends with account and
 * region; the context value `rawBucketName` overrides it. Stacks share this name and no exports.
 */
export function rawBucketName(scope: Construct, { suffix }: Stage): string {
  const override: unknown = scope.node.tryGetContext('rawBucketName');
  return typeof override === 'string'
    ? override
    : `clickstream-s3-ingest${suffix}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}

/**
 * The two folders of that bucket: events, and what the ingest Lambda did not accept. The ETL loads
 * the first and counts the second.
 */
export const RAW_FOLDERS = ['events/*', 'rejected/*'] as const;

/**
 * The bucket through which the machines get what they install (`bundles/`), and where they
 * leave their logs (`logs/`).
 */
export function hostBucketName({ suffix }: Stage): string {
  return `clickstream-hosts${suffix}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}

/** The bucket that `cdk bootstrap` made for what stacks ship. */
export function assetsBucketName(): string {
  return `cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}
