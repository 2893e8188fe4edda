import type { ClientBase } from 'pg';
import type { ObjectSlice } from '@clickstream/warehouse-load/reading';
import {
  addToLedger,
  type Chunk,
  conflictLines,
  countReplaced,
  insertQuarantine,
  inTransaction,
  type LineMove,
  moveLines,
  refusedLines,
} from '@clickstream/warehouse-load/warehouse';
import { insertReplayed } from './insert-replayed';
import { countsOf, type ReplayCounts } from './replay-counts';
import type { RejectedObject } from './rejected-lines';

/** Counts of an object in the manifest. */
type ObjectCounts = Pick<RejectedObject, 'rejected'> & { readonly erased: number; readonly expired: number };

/**
 * Loads rejected lines that can be read now, in one transaction with their facts and the ledger.
 * The manifest has only the number of an object's rejected lines, not which: those that still
 * cannot be read are subtracted.
 *
 * @param chunk result of `readRejected`
 * @param objects objects of its slices, as listed
 */
export async function loadRejected(
  client: ClientBase,
  chunk: Chunk,
  objects: readonly RejectedObject[],
): Promise<ReplayCounts> {
  const left = objects.reduce((sum, { rejected }) => sum + rejected, 0);
  if (chunk.slices.length === 0) return countsOf([], 0, left);
  for (const month of chunk.months) await client.query('SELECT ensure_event_partitions($1, $1)', [month]);
  return inTransaction(client, async () => {
    const rows = await insertReplayed(client, chunk);
    const counts = await lockCounts(client, objects);
    const keys = new Map(objects.map(({ objectId, key }) => [objectId, key]));
    // A line that was loaded before, and is read differently now, is not another event.
    const conflicts = rows.conflicts.filter(
      ({ objectId, line, firstKey, firstLine }) => firstKey !== keys.get(objectId) || firstLine !== line,
    );
    await insertQuarantine(client, [
      ...(await conflictLines(client, conflicts)),
      ...refusedLines(chunk.slices, rows.refused),
    ]);
    const moves = chunk.slices.flatMap((slice) => {
      const { objectId } = slice.object;
      const kept = [...conflicts, ...rows.refused].filter((line) => line.objectId === objectId).length;
      return movesOf(slice, counts.get(objectId), rows.outcomeOf(slice).inserted, kept);
    });
    await moveLines(client, moves);
    await addToLedger(
      client,
      new Map(
        chunk.slices.map((slice) => [
          slice.keyTime,
          { lost_in_browser: rows.outcomeOf(slice).lostInBrowser },
        ]),
      ),
    );
    const quarantineConflicts = await countReplaced(client, rows.replaced);
    const { loaded, duplicates, dropped } = countsOf(moves, rows.replaced.length - quarantineConflicts, 0);
    return { loaded, duplicates, dropped, left: left - loaded - duplicates - dropped };
  });
}

/**
 * @throws Error when another process has moved their lines since they were listed, so that nothing
 *   counts twice
 */
async function lockCounts(
  client: ClientBase,
  objects: readonly RejectedObject[],
): Promise<ReadonlyMap<number, ObjectCounts>> {
  const { rows } = await client.query<ObjectCounts & { object_id: number; etag: string }>(
    'SELECT object_id, etag, rejected, erased, expired FROM etl_objects WHERE object_id = ANY($1) FOR UPDATE',
    [objects.map(({ objectId }) => objectId)],
  );
  const counts = new Map(rows.map((row) => [row.object_id, row]));
  for (const { objectId, rejected, etag } of objects) {
    const now = counts.get(objectId);
    if (now?.rejected !== rejected || now.etag !== etag)
      throw new Error('Rejected lines changed during the replay; run it again.');
  }
  return counts;
}

/** @param rows of the slice that are new @param kept lines that go into quarantine */
function movesOf(
  slice: ObjectSlice,
  counts: ObjectCounts | undefined,
  rows: number,
  kept: number,
): LineMove[] {
  if (!counts) return [];
  const { objectId } = slice.object;
  let readable = counts.rejected - slice.rejected;
  const move = (to: LineMove['to'], most: number): LineMove => {
    const lines = Math.min(readable, Math.max(most, 0));
    readable -= lines;
    return { objectId, from: 'rejected', to, lines };
  };
  // Further lines that the warehouse accepts were duplicates of events that have been deleted
  // since.
  const beyond = (to: LineMove['to'], { lines }: LineMove, all: number): LineMove => {
    return { objectId, from: 'duplicates', to, lines: all - lines };
  };
  const [loaded, quarantined] = [move('loaded', rows), move('quarantined', kept)];
  return [
    loaded,
    beyond('loaded', loaded, rows),
    quarantined,
    beyond('quarantined', quarantined, kept),
    move('erased', slice.erased - counts.erased),
    move('expired', slice.expired - counts.expired),
    move('duplicates', readable),
  ];
}
