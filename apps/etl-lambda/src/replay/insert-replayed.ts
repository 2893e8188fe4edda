import type { ClientBase } from 'pg';
import type { Chunk, ObjectPart } from '../chunk';
import { writeFacts } from '../facts/write-facts';
import type { RowOutcome } from '../ledger/part-gains';
import { replaceLaterCopies, type ReplacedCopy } from '../warehouse/first-received';
import { compareCopies, type IdConflict } from '../warehouse/id-conflicts';
import { insertRows } from '../warehouse/insert-rows';
import { gainsOf, outcomes } from '../warehouse/load-chunk';
import type { RefusedRow } from '../warehouse/refused-row';

/** What became of rows that a replay has inserted with their facts. */
export interface ReplayedRows {
  outcomeOf(part: ObjectPart): RowOutcome;
  readonly replaced: readonly ReplacedCopy[];
  readonly conflicts: readonly IdConflict[];
  readonly refused: readonly RefusedRow[];
}

/** Inserts the rows of a chunk with their facts, within a transaction that brings the ledger up to date. */
export async function insertReplayed(client: ClientBase, chunk: Chunk): Promise<ReplayedRows> {
  const insertion = await insertRows(client, chunk.pieces, !chunk.hasGains);
  const { inserted, refused } = insertion === 'all' ? { inserted: null, refused: [] } : insertion;
  await writeFacts(client, inserted ? gainsOf(inserted) : chunk.gains);
  const replaced = inserted ? await replaceLaterCopies(client) : [];
  const copies = await compareCopies(client, chunk.copies);
  return {
    outcomeOf: outcomes(inserted && [...inserted, ...replaced.map(({ after }) => after)], refused),
    replaced,
    conflicts: copies.conflicts,
    refused: [...refused, ...copies.refused],
  };
}
