import type { ClientBase } from 'pg';
import { byIndex } from '../facts/input/by-index';
import { differencesSql } from './event-content';
import { stageRows } from './insert-rows';
import type { RefusedRow } from './refused-row';
import type { QuarantinedLine } from '../objects/quarantined-line';

/** A copy of an event whose content differs from that of the copy which counts. */
export interface IdConflict {
  /** The number of its object in the manifest. */
  readonly objectId: number;
  readonly line: number;
  readonly detail: string;
  /** Its row as JSON, had it been loaded: its line is in the bucket. */
  readonly raw: string;
  readonly receivedAt: Date;
  /**
   * The location of the copy that counts; null when there is none, or its object is not in the
   * manifest.
   */
  readonly firstKey: string | null;
  readonly firstLine: number | null;
}

/** Copies within a chunk, compared with its rows. */
export interface ComparedCopies {
  readonly conflicts: readonly IdConflict[];
  /** Copies that PostgreSQL refuses. */
  readonly refused: readonly RefusedRow[];
}

/** A copy compared with the one that counts; `raw` is set only when they differ. */
export interface ComparedCopy extends Omit<IdConflict, 'detail'> {
  /** The names of the columns that differ. */
  readonly differences: string;
}

/**
 * A query of rows with the columns of a `ComparedCopy` in addition to theirs.
 *
 * @param copies a table
 * @param firsts a table of the copies that count
 */
export const comparedRows = (copies: string, firsts: string): string => `
  SELECT copy.*, copy.source_object_id AS "objectId", copy.source_line AS line, copy.received_at AS "receivedAt",
    place.object_key AS "firstKey", first.source_line AS "firstLine", differences,
    CASE WHEN differences <> '' THEN json_strip_nulls(row_to_json(copy))::text END AS raw
  FROM ${copies} AS copy
  LEFT JOIN ${firsts} AS first ON first.event_id = copy.event_id
  LEFT JOIN etl_objects AS place ON place.object_id = first.source_object_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN first.event_id IS NULL THEN 'event_id' ELSE ${differencesSql('copy', 'first')} END AS differences
  ) AS compared`;

const CONFLICTS = `
  SELECT "objectId", line, "receivedAt", "firstKey", "firstLine", differences, raw
  FROM (${comparedRows('staging', 'clickstream_events')}) AS copy WHERE differences <> ''`;

/**
 * Compares each staged row that is not in the warehouse, and copies of rows of the same chunk, with
 * the stored copy. Call it when `staging` is as `insertRows` leaves it, the facts are locked, and
 * the first received copies are in place.
 *
 * @param copies rows whose ids already occurred in the chunk
 */
export async function compareCopies(client: ClientBase, copies: readonly Buffer[]): Promise<ComparedCopies> {
  const refused = await stageRows(client, copies);
  const found = await byIndex<ComparedCopy>(client, CONFLICTS, []);
  return { conflicts: found.map(conflictOf), refused };
}

/** Describes the location of the copy that counts, and the differences of this one. */
export function conflictOf({ differences, ...copy }: ComparedCopy): IdConflict {
  const { firstKey, firstLine } = copy;
  const detail =
    firstLine === null
      ? 'The copy that was received first is refused by the warehouse.'
      : `Line ${firstLine} of ${firstKey ?? 'an object'} has its id and differs in ${differences}.`;
  return { ...copy, detail };
}

/** Conflicts as lines of the quarantine. */
export async function conflictLines(
  client: ClientBase,
  conflicts: readonly IdConflict[],
): Promise<QuarantinedLine[]> {
  if (conflicts.length === 0) return [];
  const { rows } = await client.query<{ object_id: number; object_key: string }>(
    'SELECT object_id, object_key FROM etl_objects WHERE object_id = ANY($1)',
    [conflicts.map(({ objectId }) => objectId)],
  );
  const keys = new Map(rows.map(({ object_id, object_key }) => [object_id, object_key]));
  return conflicts.map(({ objectId, line, detail, raw, receivedAt }) => ({
    objectKey: keys.get(objectId) ?? '',
    line,
    reason: ID_CONFLICT,
    detail,
    raw,
    receivedAt: receivedAt.getTime(),
  }));
}

/** The reason in quarantine. */
export const ID_CONFLICT = 'id_conflict';
