import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';

/** An object of the bucket, read back without any knowledge of ingest. */
export interface StoredObject {
  readonly key: string;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly metadata: Record<string, string> | undefined;
  readonly lines: Record<string, unknown>[];
}

/** A new bucket on the S3 server of this test run. */
export interface RawBucket {
  readonly name: string;
  /** The environment that makes the handler write here. */
  readonly env: Record<string, string>;
  /** Every object under the prefix, in the order of their keys. */
  objects(prefix: 'events/' | 'rejected/'): Promise<StoredObject[]>;
}

/** Makes a bucket with a unique name. */
export async function aRawBucket(): Promise<RawBucket> {
  const endpoint = process.env['TEST_S3_URL'] ?? '';
  const name = `ingest-${randomUUID()}`;
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  const s3 = new S3Client({ endpoint, region: 'ap-southeast-1', forcePathStyle: true, credentials });
  await s3.send(new CreateBucketCommand({ Bucket: name }));

  const read = async (key: string): Promise<StoredObject> => {
    const { Body, ContentType, ContentEncoding, Metadata } = await s3.send(
      new GetObjectCommand({ Bucket: name, Key: key }),
    );
    const text = gunzipSync((await Body?.transformToByteArray()) ?? new Uint8Array()).toString();
    const lines = text.replace(/\n$/, '').split('\n');
    return {
      key,
      contentType: ContentType,
      contentEncoding: ContentEncoding,
      metadata: Metadata,
      lines: lines.map((line) => JSON.parse(line)),
    };
  };
  return {
    name,
    env: {
      RAW_BUCKET: name,
      AWS_REGION: 'ap-southeast-1',
      AWS_ENDPOINT_URL_S3: endpoint,
      S3_FORCE_PATH_STYLE: 'true',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    async objects(prefix) {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: name, Prefix: prefix }));
      return Promise.all(Contents.map(({ Key = '' }) => read(Key)));
    },
  };
}
