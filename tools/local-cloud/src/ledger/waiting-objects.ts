import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { hourPrefix, isRawObject, RAW_PREFIXES } from '@clickstream/event-schema/raw-object';
import pg from 'pg';

/** Objects that are in the bucket and not, or not wholly, in the warehouse. */
export interface WaitingObjects {
  readonly objects: number;
  /** The key of the one with the oldest hour. */
  readonly oldest: string | null;
}

/** Where the raw objects are; the SDK takes address, region and credentials from the environment. */
export interface RawBucket {
  readonly name: string;
  readonly forcePathStyle: boolean;
}

/**
 * Lists the bucket and asks the manifest what is loaded.
 *
 * @param from only hours from this one on; absent: the whole bucket, one call for 1,000 objects
 */
export async function waitingObjects(
  url: string,
  bucket: RawBucket,
  from: Date | undefined,
): Promise<WaitingObjects> {
  const s3 = new S3Client({ forcePathStyle: bucket.forcePathStyle, maxAttempts: 2 });
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  let objects = 0;
  let oldest: string | null = null;
  const note = (keys: readonly string[]) => {
    objects += keys.length;
    for (const key of keys) if (oldest === null || folderOf(key) < folderOf(oldest)) oldest = key;
  };
  try {
    for (const prefix of RAW_PREFIXES) {
      let after = from && hourPrefix(prefix, from);
      for (let isTruncated = true; isTruncated;) {
        const page = await s3.send(
          new ListObjectsV2Command({ Bucket: bucket.name, Prefix: `${prefix}/`, StartAfter: after }),
        );
        const listed = (page.Contents ?? []).filter(({ Key }) => isRawObject(Key ?? ''));
        note(
          await notLoaded(
            client,
            listed.map(({ Key = '', ETag = '' }) => [Key, ETag.replaceAll('"', '')]),
          ),
        );
        after = page.Contents?.at(-1)?.Key;
        isTruncated = page.IsTruncated === true;
      }
    }
    return { objects, oldest };
  } finally {
    s3.destroy();
    await client.end();
  }
}

/** Without what comes before the first slash: `events/` and `rejected/` have the same hours. */
const folderOf = (key: string) => key.slice(key.indexOf('/'));

async function notLoaded(
  client: pg.Client,
  listed: readonly (readonly [key: string, etag: string])[],
): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT key FROM unnest($1::text[], $2::text[]) AS listed (key, etag)
     LEFT JOIN etl_objects AS known ON object_key = key COLLATE "C"
     WHERE (object_key IS NULL OR known.etag <> listed.etag OR resume_line IS NOT NULL)
       AND left(regexp_replace(key, '^\\w+/', ''), 10) >= coalesce(
         (SELECT to_char(max(horizon), 'YYYY/MM/DD') FROM retention_runs), '')`,
    [listed.map(([key]) => key), listed.map(([, etag]) => etag)],
  );
  return rows.map(({ key }) => key);
}
