import { isRawObject } from '@clickstream/event-schema/raw-object';
import type { ClientBase } from 'pg';
import type { ListedObject } from '@clickstream/warehouse-load/reading';
import type { RawBucket } from './raw-bucket';

/** An object of the bucket, and what the manifest knows of its content. */
export interface KnownObject extends ListedObject {
  /** null when this content is not, or not wholly, in the manifest. */
  readonly objectId: number | null;
  /**
   * Number of its lines that are loaded, where a load is half-way; null when
   * all of them are, or none.
   */
  readonly resumeLine: number | null;
  /** True when it may hold lines of the subject. */
  readonly isSuspect: boolean;
}

interface ManifestRow {
  readonly object_id: number | null;
  readonly resume_line: number | null;
  readonly is_plain: boolean;
}

/**
 * All objects of the bucket, page by page, and those that the ETL never reads. An object whose
 * lines are all rows of the warehouse can only hold lines of the subject if it has brought rows
 * of theirs. Suspect are those, and all others: not loaded or not wholly, with other content
 * since, with duplicates (copies of events that came in another object), quarantined or expired
 * lines, and what ingest rejected.
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
    const astray = page.filter(({ key, sizeBytes }) => !isRawObject(key) && sizeBytes > 0);
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
