import { Aws, DefaultStackSynthesizer } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from './stages';

/**
 * The name of the bucket of raw objects. Bucket names are global, so it ends with account and
 * region; the context value `rawBucketName` overrides it. Stacks share this name instead of
 * exports.
 */
export function rawBucketName(scope: Construct, { suffix }: Stage): string {
  const override: unknown = scope.node.tryGetContext('rawBucketName');
  return typeof override === 'string'
    ? override
    : `clickstream-s3-ingest${suffix}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}

/**
 * The two folders of that bucket: accepted and rejected events. The ETL loads the first and counts
 * the second.
 */
export const RAW_FOLDERS = ['events/*', 'rejected/*'] as const;

/** The folder of that bucket into which the shop writes its books. */
export const BOOKS_FOLDER = 'orders/*';

/** The folder of that bucket with the receipts of erasures. */
export const RECEIPTS_FOLDER = 'receipts/*';

/** The folder of that bucket with the lake: docs/lake.md. */
export const LAKE_FOLDER = 'lake/*';

/** The days of the lake, of which a compaction removes those without events. */
export const LAKE_DAYS = 'lake/events/*';

/** Files of the lake that an erasure removes, and their list, which it writes again. */
export const LAKE_FILES = [LAKE_DAYS, 'lake/facts/*'] as const;
export const LAKE_MANIFEST = 'lake/manifest.json';

/** The folders that the ETL loads. */
export const LOADED_FOLDERS = [...RAW_FOLDERS, BOOKS_FOLDER] as const;

/** The folders with events of persons. */
export const EVENT_FOLDERS = [...LOADED_FOLDERS, LAKE_FOLDER] as const;

/**
 * The bucket from which the machines download their software (`bundles/`), and into which they
 * write their logs (`logs/`).
 */
export function hostBucketName({ suffix }: Stage): string {
  return `clickstream-hosts${suffix}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}

/** The bucket of `cdk bootstrap` for the assets of stacks. */
export function assetsBucketName(): string {
  return `cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}
