import type { ClientBase } from 'pg';
import { byIndex } from '../facts/input/by-index';
import { haveSameFacts } from '../facts/input/fact-row';
import { renewFacts } from '../facts/renew-facts';
import { moveSenderFaults } from '../facts/senders/write-sender-faults';
import { lostInBrowser } from '../ledger/lost-in-browser';
import { moveLines, reverseLosses } from '../ledger/move-lines';
import { comparedRows, conflictLines, conflictOf, type ComparedCopy, type IdConflict } from './id-conflicts';
import { SELECT_INSERTED_ROW, type InsertedRow } from './inserted-row';
import { insertQuarantine } from './insert-quarantine';

/**
 * An event of which an earlier copy arrived later: the row that was stored, and its replacement.
 */
export interface ReplacedCopy {
  readonly before: InsertedRow;
  readonly after: InsertedRow;
  /**
   * The event that was stored, as a line of the quarantine, if its content differs from that of the
   * earlier copy.
   */
  readonly conflict: IdConflict | null;
}

/**
 * Staged copies that were received before the stored one. A stored copy whose object is not in the
 * manifest stays as it is.
 */
const EARLIER = `
  SELECT own.event_id
  FROM staging AS own
  JOIN clickstream_events AS stored ON stored.event_id = own.event_id
  JOIN etl_objects AS place ON place.object_id = own.source_object_id
  JOIN etl_objects AS stored_place ON stored_place.object_id = stored.source_object_id
  WHERE (place.object_key, own.source_line) < (stored_place.object_key, stored.source_line)`;

const REPLACE = `
  WITH taken AS MATERIALIZED (
    SELECT * FROM replace_later_copies(
      (SELECT array_agg(ROW(staging.*)::clickstream_events) FROM staging WHERE event_id = ANY($1)))
  )
  SELECT ${SELECT_INSERTED_ROW}, "objectId", line, "receivedAt", "firstKey", "firstLine", differences, raw
  FROM (${comparedRows('taken', 'staging')}) AS copy`;

/**
 * Replaces a stored event by a staged copy that was received earlier, according to the key of its
 * object and its line. Copies of one event differ where a clock is wrong, since each request
 * corrects it by its delay. The order of loading must not matter; a rebuild from the bucket reads
 * the copies in this order.
 *
 * Facts are renewed where the copies differ in columns that facts are computed from. The facts must
 * be up to date with all other rows.
 */
export async function replaceLaterCopies(client: ClientBase): Promise<ReplacedCopy[]> {
  const earlier = await byIndex<Pick<InsertedRow, 'event_id'>>(client, EARLIER, []);
  if (earlier.length === 0) return [];
  const { rows: stored } = await client.query<InsertedRow & ComparedCopy>(REPLACE, [
    earlier.map(({ event_id }) => event_id),
  ]);
  const before = new Map(stored.map((row) => [row.event_id, row]));
  const { rows } = await client.query<InsertedRow>(
    `SELECT ${SELECT_INSERTED_ROW} FROM staging WHERE event_id = ANY($1)`,
    [[...before.keys()]],
  );
  const replaced = rows.flatMap((after) => {
    const row = before.get(after.event_id);
    return row ? [{ before: row, after, conflict: row.differences === '' ? null : conflictOf(row) }] : [];
  });
  const changed = replaced.filter((copy) => !haveSameFacts(copy.before, copy.after));
  if (changed.length > 0) await renewFacts(client, changed);
  await moveSenderFaults(client, replaced);
  return replaced;
}

/**
 * Records in manifest and ledger where the replaced row is now: a duplicate in the object that
 * holds it, or in quarantine if it is a different event under that id.
 *
 * @returns the number of rows in quarantine
 */
export async function countReplaced(client: ClientBase, replaced: readonly ReplacedCopy[]): Promise<number> {
  const conflicts = replaced.flatMap(({ conflict }) => conflict ?? []);
  await insertQuarantine(client, await conflictLines(client, conflicts));
  await moveLines(
    client,
    replaced.map(({ before, conflict }) => ({
      objectId: before.source_object_id,
      from: 'loaded',
      to: conflict ? 'quarantined' : 'duplicates',
      lines: 1,
    })),
  );
  await reverseLosses(
    client,
    replaced.flatMap(({ before }) => {
      const lost = lostInBrowser({ event_name: before.event_name, properties: before.loss_report });
      return lost > 0 ? [{ objectId: before.source_object_id, lost }] : [];
    }),
  );
  return conflicts.length;
}
