import type { ClientBase } from 'pg';
import type { ListedObject } from '../bucket/raw-source';
import type { PendingObject } from '../objects/pending-object';
import type { ObjectSlice } from '../objects/object-slice';

/** Another run has loaded, or is loading, an object of the chunk: the chunk must not be loaded. */
export class ObjectsTakenError extends Error {
  override name = 'ObjectsTakenError';
}

interface PendingRow {
  readonly key: string;
  readonly etag: string;
  readonly size: string;
  readonly object_id: number;
  readonly resume_line: number;
}

/**
 * Those of the listed objects that are not loaded, only loaded in part, or have changed since they
 * were loaded; each with its number in the manifest.
 */
export async function pendingObjects(
  client: ClientBase,
  listed: readonly ListedObject[],
): Promise<PendingObject[]> {
  const { rows } = await client.query<PendingRow>(
    `SELECT listed.key, listed.etag, listed.size,
       coalesce(known.object_id, nextval('etl_object_ids'))::integer AS object_id,
       CASE WHEN known.etag = listed.etag THEN known.resume_line ELSE 0 END AS resume_line
     FROM unnest($1::text[], $2::text[], $3::bigint[]) AS listed (key, etag, size)
     LEFT JOIN etl_objects AS known ON known.object_key = listed.key COLLATE "C"
     WHERE known.object_key IS NULL OR known.etag <> listed.etag OR known.resume_line IS NOT NULL
     ORDER BY listed.key COLLATE "C"`,
    [listed.map(({ key }) => key), listed.map(({ etag }) => etag), listed.map(({ sizeBytes }) => sizeBytes)],
  );
  return rows.map(({ key, etag, size, object_id, resume_line }) => ({
    key,
    etag,
    sizeBytes: Number(size),
    objectId: object_id,
    resumeLine: resume_line,
  }));
}

/**
 * Writes the slices into the manifest, in the transaction that inserts their rows. A concurrent
 * transaction that writes the same object waits here until this one ends, and then finds it taken.
 *
 * @throws {ObjectsTakenError} when an object is already loaded, or has been loaded
 *   further than this slice begins
 */
export async function claimSlices(
  client: ClientBase,
  slices: readonly ObjectSlice[],
  runId: number,
): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO etl_objects AS known
       (object_key, object_id, hour, etag, size_bytes, lines, loaded, duplicates, quarantined, erased, rejected,
         expired, resume_line, run_id)
     SELECT key, object_id, hour, etag, size, lines, loaded, duplicates, quarantined, erased, rejected, expired,
       resume_line, $14
     FROM unnest($1::text[], $2::integer[], $3::timestamptz[], $4::text[], $5::bigint[], $6::integer[],
       $7::integer[], $8::integer[], $9::integer[], $10::integer[], $11::integer[], $12::integer[], $13::integer[])
       AS slice (key, object_id, hour, etag, size, lines, loaded, duplicates, quarantined, erased, rejected, expired,
         resume_line)
     ORDER BY key COLLATE "C"
     ON CONFLICT (object_key) DO UPDATE
     SET etag = excluded.etag, size_bytes = excluded.size_bytes, lines = known.lines + excluded.lines,
       loaded = known.loaded + excluded.loaded, duplicates = known.duplicates + excluded.duplicates,
       quarantined = known.quarantined + excluded.quarantined, erased = known.erased + excluded.erased,
       rejected = known.rejected + excluded.rejected, expired = known.expired + excluded.expired,
       resume_line = excluded.resume_line, run_id = excluded.run_id, loaded_at = now()
     WHERE known.etag <> excluded.etag
       OR known.resume_line = coalesce(($15::jsonb ->> excluded.object_key)::integer, 0)`,
    [
      slices.map(({ object }) => object.key),
      slices.map(({ object }) => object.objectId),
      slices.map(({ keyTime }) => new Date(keyTime)),
      slices.map(({ object }) => object.etag),
      slices.map(({ object }) => object.sizeBytes),
      slices.map(({ lines }) => lines),
      slices.map(({ rows }) => rows),
      slices.map(({ duplicates }) => duplicates),
      slices.map(({ quarantined }) => quarantined),
      slices.map(({ erased }) => erased),
      slices.map(({ rejected }) => rejected),
      slices.map(({ expired }) => expired),
      slices.map(({ resumeLine }) => resumeLine),
      runId,
      JSON.stringify(
        Object.fromEntries(
          slices
            .filter(({ object }) => object.resumeLine > 0)
            .map(({ object }) => [object.key, object.resumeLine]),
        ),
      ),
    ],
  );
  if (rowCount !== slices.length) throw new ObjectsTakenError('Another run loads the same objects.');
}

/** Rows of one object that were recorded as loaded and were not. */
export interface CountCorrection {
  readonly key: string;
  /** Events that the warehouse already had. */
  readonly stored: number;
  readonly refused: number;
}

/** Corrects what `claimSlices` wrote, by the outcome of the rows. */
export async function correctCounts(
  client: ClientBase,
  corrections: readonly CountCorrection[],
): Promise<void> {
  await client.query(
    `UPDATE etl_objects
     SET loaded = loaded - stored - refused, duplicates = duplicates + stored, quarantined = quarantined + refused
     FROM unnest($1::text[], $2::integer[], $3::integer[]) AS slice (key, stored, refused)
     WHERE object_key = slice.key COLLATE "C"`,
    [
      corrections.map(({ key }) => key),
      corrections.map(({ stored }) => stored),
      corrections.map(({ refused }) => refused),
    ],
  );
}
