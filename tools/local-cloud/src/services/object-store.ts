import { BucketAlreadyOwnedByYou, CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { S3_CREDENTIALS, startS3, type RunningServer } from '@clickstream/local-servers';
import { stateFiles, type LocalCloudConfig } from '../config';
import type { Service } from '../supervisor/supervisor';
import { RAW_BUCKET } from './cloud-env';

/** S3. */
export function objectStoreService({ stateFolder, ports }: LocalCloudConfig): Service {
  const files = stateFiles(stateFolder);
  const logFile = files.log('s3');
  return {
    name: 'S3',
    logFile,
    start: () => startS3({ dir: files.objects, port: ports.objectStore, logFile }),
  };
}

/** Makes the bucket of raw objects, unless it is there. */
export async function ensureRawBucket({ url }: RunningServer): Promise<void> {
  const s3 = new S3Client({
    endpoint: url,
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: S3_CREDENTIALS,
  });
  try {
    await s3.send(new CreateBucketCommand({ Bucket: RAW_BUCKET }));
  } catch (error) {
    const { name } = error as Error;
    if (name !== BucketAlreadyOwnedByYou.name && name !== 'BucketAlreadyExists') throw error;
  } finally {
    s3.destroy();
  }
}
