import { HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { osBundleKey } from '@clickstream/machine-setup';
import { deploySettings } from '../config';
import { parameterFolder } from '../parameters';
import type { Stage } from '../stages/stages';
import { readParameter } from './parameter-store';

/** Location in S3 of the packages of the lock file. */
export interface StoredPackages {
  readonly client: S3Client;
  readonly Bucket: string;
  readonly Key: string;
  readonly areThere: boolean;
}

/** @returns undefined before the stack Data has created the bucket */
export async function storedPackages(stage: Stage, store: SSMClient): Promise<StoredPackages | undefined> {
  const Bucket = await readParameter(store, `${parameterFolder(stage)}/data/host-bucket`);
  if (!Bucket) return undefined;
  const Key = osBundleKey();
  const client = new S3Client({
    region: stage.region,
    forcePathStyle: deploySettings().endpoint !== '',
  });
  try {
    await client.send(new HeadObjectCommand({ Bucket, Key }));
    return { client, Bucket, Key, areThere: true };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { client, Bucket, Key, areThere: false };
  }
}
