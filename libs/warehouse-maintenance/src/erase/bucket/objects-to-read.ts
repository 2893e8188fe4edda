import { isRawObject } from '@clickstream/event-schema/raw-object';
import type { ClientBase } from 'pg';
import type { ListedObject } from '@clickstream/warehouse-load/reading';
import type { RawBucket } from './raw-bucket';

/** An object of the bucket, with the manifest's record of its content. */
export interface KnownObject extends ListedObject {
  /** null when this content is not completely in the manifest. */
  readonly objectId: number | null;
  /**
   * Number of its loaded lines when a load is incomplete; null when all of them are loaded, or
   * none.
   */
  readonly resumeLine: number | null;
  /** True when it may contain lines of the subject. */
  readonly isSuspect: boolean;
}

/**
 * Folders with the books of the shop, which name nobody, with receipts, which have no id, and with
 * the lake, whose files of changed days are removed afterwards.
 */
const NEVER_READ = /^(?:orders|receipts|lake)\//;

interface ManifestRow {
  readonly object_id: number | null;
  readonly resume_line: number | null;
  readonly is_plain: boolean;
}

/**
 * All objects of the bucket, page by page, and those that the ETL never reads. An object whose
 * lines are all rows of the warehouse contains lines of the subject only if it brought rows of
 * theirs. Those are suspect, and so are objects that are not completely loaded, were changed since,
 * were rejected by ingest, or have duplicates (copies of events in another object), quarantined or
 * expired lines.
 *
 * @param ownObjects numbers of the objects that brought events of the subject
 */
export async function* objectsToRead(
  client: ClientBase,
  bucket: Pick<RawBucket, 'listPages'>,
  ownObjects: { has(objectId: number): boolean },
  everywhere: boolean,
): AsyncGenerator<{ readonly objects: readonly KnownObject[]; readonly astray: readonly ListedObject[] }> {
  for await (const page of bucket.listPages('')) {
    const listed = page.filter(({ key }) => isRawObject(key));
    const astray = page.filter(
      ({ key, sizeBytes }) => !isRawObject(key) && !NEVER_READ.test(key) && sizeBytes > 0,
    );
    const { rows } = await client.query<ManifestRow>(
      `SELECT object_id, resume_line,
           object_id IS NOT NULL AND resume_line IS NULL AND lines = loaded + erased AS is_plain
         FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS listed (key, etag, place)
         LEFT JOIN etl_objects AS known ON known.object_key = listed.key COLLATE "C" AND known.etag = listed.etag
         ORDER BY place`,
      [listed.map(({ key }) => key), listed.map(({ etag }) => etag)],
    );
    const objects = listed.map((object, index) => {
      const { object_id = null, resume_line = null, is_plain = false } = rows[index] ?? {};
      const isSuspect = everywhere || object_id === null || !is_plain || ownObjects.has(object_id);
      return { ...object, objectId: object_id, resumeLine: resume_line, isSuspect };
    });
    yield { objects, astray };
  }
}
