import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';

/** An event as ingest has stored it: a line of an object in the bucket. */
export type StoredEvent = Readonly<Record<string, unknown>>;

/** Every event that ingest has stored, from the bucket that an environment names. */
export async function storedEvents(
  env: Readonly<Record<string, string | undefined>>,
): Promise<StoredEvent[]> {
  const client = new S3Client({
    endpoint: env['AWS_ENDPOINT_URL_S3'],
    region: env['AWS_REGION'],
    forcePathStyle: true,
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  });
  const Bucket = env['RAW_BUCKET'] ?? '';
  const events: StoredEvent[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: 'events/' })) {
    for (const { Key } of Contents) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const lines = gunzipSync((await Body?.transformToByteArray()) ?? new Uint8Array()).toString();
      events.push(
        ...lines
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as StoredEvent),
      );
    }
  }
  client.destroy();
  return events;
}
