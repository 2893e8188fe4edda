import type { ClientBase } from 'pg';
import type { Chunk } from '@clickstream/warehouse-load/chunk/chunk';
import { writeFacts } from '@clickstream/warehouse-load/facts/write-facts';
import type { RowOutcome } from '@clickstream/warehouse-load/ledger/slice-deltas';
import {
  replaceLaterCopies,
  type ReplacedCopy,
} from '@clickstream/warehouse-load/warehouse/replace-later-copies';
import { compareCopies, type IdConflict } from '@clickstream/warehouse-load/warehouse/id-conflicts';
import { insertRows } from '@clickstream/warehouse-load/warehouse/insert-rows';
import { deltasOf, rowOutcomes } from '@clickstream/warehouse-load/chunk/load-chunk';
import type { RefusedRow } from '@clickstream/warehouse-load/warehouse/refused-row';
import type { ObjectSlice } from '@clickstream/warehouse-load/objects/object-slice';

/** The outcome of rows that a replay has inserted with their facts. */
export interface ReplayedRows {
  outcomeOf(slice: ObjectSlice): RowOutcome;
  readonly replaced: readonly ReplacedCopy[];
  readonly conflicts: readonly IdConflict[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Inserts the rows of a chunk with their facts, within a transaction that
 * brings the ledger up to date.
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
