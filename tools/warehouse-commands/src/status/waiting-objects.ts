import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { hourPrefix, isRawObject, RAW_PREFIXES } from '@clickstream/event-schema/raw-object';
import pg from 'pg';

/** Differences between the bucket and the warehouse. */
export interface WaitingObjects {
  /** Objects in the bucket that are not completely in the warehouse. */
  readonly objects: number;
  /** The key of the one with the oldest hour. */
  readonly oldest: string | null;
  /** Loaded objects that are no longer in the bucket. */
  readonly gone: number;
  /** Objects outside the folders of days: no run of the ETL reads them. */
  readonly astray: number;
}

/** Folders, and files that other tools hide. */
const IS_HIDDEN = /(?:^|\/)(?:[_.][^/]*)?$/;

/**
 * The bucket of raw objects; the SDK takes address, region and credentials from the environment.
 */
export interface RawBucket {
  readonly name: string;
  readonly forcePathStyle: boolean;
}

/**
 * Compares the bucket with the manifest.
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
  // Counted first, so that objects loaded meanwhile do not count as gone.
  let gone = 0;
  let astray = 0;
  const note = (keys: readonly string[]) => {
    objects += keys.length;
    for (const key of keys) if (oldest === null || folderOf(key) < folderOf(oldest)) oldest = key;
  };
  try {
    for (const prefix of RAW_PREFIXES) {
      let after = from && hourPrefix(prefix, from);
      gone += await loadedObjects(client, `${prefix}/`, after);
      for (let isTruncated = true; isTruncated;) {
        const page = await s3.send(
          new ListObjectsV2Command({ Bucket: bucket.name, Prefix: `${prefix}/`, StartAfter: after }),
        );
        const all = page.Contents ?? [];
        const listed = all.filter(({ Key }) => isRawObject(Key ?? ''));
        astray += all.filter(({ Key }) => !isRawObject(Key ?? '') && !IS_HIDDEN.test(Key ?? '')).length;
        const { loaded, waiting } = await compared(
          client,
          listed.map(({ Key = '', ETag = '' }) => [Key, ETag.replaceAll('"', '')]),
        );
        gone -= loaded;
        note(waiting);
        after = all.at(-1)?.Key;
        isTruncated = page.IsTruncated === true;
      }
    }
    return { objects, oldest, gone: Math.max(gone, 0), astray };
  } finally {
    s3.destroy();
    await client.end();
  }
}

/** The key from its first slash on: `events/` and `rejected/` have the same hours. */
const folderOf = (key: string) => key.slice(key.indexOf('/'));

/** SQL condition: the folders of a key name a day within the retention. */
const IS_KEPT = `left(regexp_replace(key, '^\\w+/', ''), 10) >= coalesce(
  (SELECT to_char(max(horizon), 'YYYY/MM/DD') FROM retention_runs), '')`;

async function loadedObjects(client: pg.Client, prefix: string, after = ''): Promise<number> {
  const { rows } = await client.query<{ objects: number }>(
    `SELECT count(*)::integer AS objects FROM (SELECT object_key AS key FROM etl_objects) AS loaded
     WHERE starts_with(key, $1) AND key > $2 AND ${IS_KEPT}`,
    [prefix, after],
  );
  return rows[0]?.objects ?? 0;
}

/**
 * Number of listed objects in the manifest, and those that are not completely loaded yet.
 */
async function compared(
  client: pg.Client,
  listed: readonly (readonly [key: string, etag: string])[],
): Promise<{ loaded: number; waiting: string[] }> {
  const { rows } = await client.query<{ key: string; is_loaded: boolean; waits: boolean }>(
    `SELECT key, object_key IS NOT NULL AS is_loaded,
       object_key IS NULL OR known.etag <> listed.etag OR resume_line IS NOT NULL AS waits
     FROM unnest($1::text[], $2::text[]) AS listed (key, etag)
     LEFT JOIN etl_objects AS known ON object_key = key COLLATE "C"
     WHERE ${IS_KEPT}`,
    [listed.map(([key]) => key), listed.map(([, etag]) => etag)],
  );
  return {
    loaded: rows.filter(({ is_loaded }) => is_loaded).length,
    waiting: rows.filter(({ waits }) => waits).map(({ key }) => key),
  };
}
