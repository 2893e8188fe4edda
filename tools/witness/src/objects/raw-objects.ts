import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';

/** One object, as the bucket lists it. */
export interface RawObject {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** Objects of ingest, and books; other files, and those that tools hide, are neither. */
const RAW_KEY =
  /^(?:(?:events|rejected)\/\d{4}\/\d{2}\/\d{2}\/(?:[^/]+\/)*[^/_.][^/]*|orders\/\d{4}\/\d{2}\/\d{2}\/books\.jsonl)$/;

/** Lists what ingest has stored, accepted and rejected, and the books of the shop. */
export async function listRawObjects(s3: S3Client, bucket: string): Promise<RawObject[]> {
  const objects: RawObject[] = [];
  for (const Prefix of ['events/', 'rejected/', 'orders/']) {
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix, ContinuationToken: token }),
      );
      for (const { Key: key = '', LastModified } of page.Contents ?? []) {
        if (RAW_KEY.test(key)) objects.push({ key, modifiedAt: LastModified?.getTime() ?? 0 });
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }
  return objects;
}

/** The bytes of an object. */
export async function readObject(s3: S3Client, bucket: string, key: string): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}
