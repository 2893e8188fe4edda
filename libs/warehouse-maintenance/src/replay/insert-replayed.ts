import type { ClientBase } from 'pg';
import type { ObjectSlice } from '@clickstream/warehouse-load/reading';
import {
  type Chunk,
  compareCopies,
  deltasOf,
  type IdConflict,
  insertRows,
  type RefusedRow,
  type ReplacedCopy,
  replaceLaterCopies,
  type RowOutcome,
  rowOutcomes,
  writeFacts,
} from '@clickstream/warehouse-load/warehouse';

/** The outcome of rows that a replay has inserted with their facts. */
export interface ReplayedRows {
  outcomeOf(slice: ObjectSlice): RowOutcome;
  readonly replaced: readonly ReplacedCopy[];
  readonly conflicts: readonly IdConflict[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Inserts the rows of a chunk with their facts, within a transaction that updates the ledger.
 */
export async function insertReplayed(client: ClientBase, chunk: Chunk): Promise<ReplayedRows> {
  const insertion = await insertRows(client, chunk.pieces, !chunk.hasDeltas);
  const { inserted, refused } = insertion === 'all' ? { inserted: null, refused: [] } : insertion;
  await writeFacts(client, inserted ? deltasOf(inserted) : chunk.deltas);
  const replaced = inserted ? await replaceLaterCopies(client) : [];
  const copies = await compareCopies(client, chunk.copies);
  return {
    outcomeOf: rowOutcomes(inserted && [...inserted, ...replaced.map(({ after }) => after)], refused),
    replaced,
    conflicts: copies.conflicts,
    refused: [...refused, ...copies.refused],
  };
}
