import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';

/**
 * The content of the bucket's raw objects, decompressed, in the order of their
 * keys; at most a thousand.
 */
export async function storedLines(client: S3Client, bucket: string): Promise<string[]> {
  const { Contents = [] } = await client.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: 'events/' }),
  );
  const contents: string[] = [];
  for (const { Key } of Contents) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    contents.push(gunzipSync((await Body?.transformToByteArray()) ?? new Uint8Array()).toString());
  }
  return contents;
}
