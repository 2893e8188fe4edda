import type { ClientBase } from 'pg';
import type { Chunk } from './chunk';
import { FactDeltas } from '../facts/fact-deltas';
import { writeFacts } from '../facts/write-facts';
import { addToLedger } from '../ledger/add-to-ledger';
import { lostInBrowser } from '../ledger/lost-in-browser';
import { moveLines } from '../ledger/move-lines';
import { deltasOfSlices, type RowOutcome } from '../ledger/slice-deltas';
import { countReplaced, replaceLaterCopies } from '../warehouse/replace-later-copies';
import { compareCopies, conflictLines, type ComparedCopies } from '../warehouse/id-conflicts';
import { insertRows } from '../warehouse/insert-rows';
import type { InsertedRow } from '../warehouse/inserted-row';
import { claimSlices, correctCounts, type CountCorrection } from '../warehouse/manifest';
import { insertQuarantine } from '../warehouse/insert-quarantine';
import type { RefusedRow } from '../warehouse/refused-row';
import { addToRun, type RunCounts } from '../warehouse/runs';
import { inTransaction, sqlStateOf } from '../warehouse/transaction';
import type { ObjectSlice } from '../objects/object-slice';
import type { QuarantinedLine } from '../objects/quarantined-line';

/**
 * Two transactions wait for each other; PostgreSQL ends one of them, and a second try goes through.
 */
const PASSING_CONFLICTS: ReadonlySet<string | undefined> = new Set(['40P01', '40001']);
const ATTEMPTS = 3;

/** A chunk that is in the warehouse. */
export interface LoadedChunk extends RunCounts {
  /** Number of duplicates that were in the warehouse before this chunk. */
  readonly storedBefore: number;
}

/**
 * Loads a chunk in one transaction: manifest, rows, quarantine and facts are all committed, or none
 * of them.
 *
 * @param expectStored see `insertRows`
 * @returns the outcome of its lines
 * @throws {ObjectsTakenError} when another run has already loaded one of its
 *   objects; nothing is loaded then
 */
export async function loadChunk(
  client: ClientBase,
  chunk: Chunk,
  runId: number,
  expectStored: boolean,
): Promise<LoadedChunk> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(client, () => loadOnce(client, chunk, runId, expectStored));
    } catch (error) {
      if (attempt === ATTEMPTS || !PASSING_CONFLICTS.has(sqlStateOf(error))) throw error;
    }
  }
}

async function loadOnce(
  client: ClientBase,
  chunk: Chunk,
  runId: number,
  expectStored: boolean,
): Promise<LoadedChunk> {
  await claimSlices(client, chunk.slices, runId);
  const insertion = await insertRows(client, chunk.pieces, expectStored || !chunk.hasDeltas);
  const { inserted, refused } = insertion === 'all' ? { inserted: null, refused: [] } : insertion;
  const loaded = inserted ? inserted.length : chunk.rows;
  const storedBefore = chunk.rows - refused.length - loaded;
  await insertQuarantine(client, [...chunk.quarantine, ...refusedLines(chunk.slices, refused)]);
  await writeFacts(client, inserted ? deltasOf(inserted) : chunk.deltas);
  const replaced = storedBefore > 0 ? await replaceLaterCopies(client) : [];
  const rows = inserted && [...inserted, ...replaced.map(({ after }) => after)];
  if (rows) await correctCounts(client, correctionsOf(chunk.slices, rows, refused));
  // After the facts' lock, so that two loads do not deadlock.
  await addToLedger(client, deltasOfSlices(chunk.slices, rowOutcomes(rows, refused)));
  const laterConflicts = await countReplaced(client, replaced);
  const hasCopies = storedBefore + chunk.duplicates > 0;
  const conflicts = laterConflicts + (hasCopies ? await quarantineConflicts(client, chunk) : 0);
  const counts = {
    objects: chunk.slices.filter(({ resumeLine }) => resumeLine === null).length,
    loaded,
    duplicates: chunk.duplicates + storedBefore - conflicts,
    quarantined: chunk.quarantine.length + refused.length + conflicts,
  };
  await addToRun(client, runId, counts, chunk.newestReceipt);
  return { ...counts, storedBefore };
}

/**
 * Quarantines rows that have the id of another event, which counted as duplicates until then.
 *
 * @returns the number of these lines
 */
async function quarantineConflicts(client: ClientBase, { slices, copies }: Chunk): Promise<number> {
  const { conflicts, refused }: ComparedCopies = await compareCopies(client, copies);
  await insertQuarantine(client, [
    ...(await conflictLines(client, conflicts)),
    ...refusedLines(slices, refused),
  ]);
  const moved = [...conflicts, ...refused];
  await moveLines(
    client,
    moved.map(({ objectId }) => ({ objectId, from: 'duplicates', to: 'quarantined', lines: 1 })),
  );
  return moved.length;
}

/** The number of rows of each slice that the warehouse already had, and that it refused. */
function correctionsOf(
  slices: readonly ObjectSlice[],
  inserted: readonly InsertedRow[],
  refused: readonly RefusedRow[],
): CountCorrection[] {
  const byId = new Map(
    slices.map(({ object, rows }) => [object.objectId, { key: object.key, stored: rows, refused: 0 }]),
  );
  const correct = (objectId: number, refusedRows: number) => {
    const correction = byId.get(objectId);
    if (!correction) return;
    correction.stored -= 1;
    correction.refused += refusedRows;
  };
  for (const { source_object_id } of inserted) correct(source_object_id, 0);
  for (const { objectId } of refused) correct(objectId, 1);
  return [...byId.values()];
}

/** The outcome of each slice's rows. @param inserted null when all rows were new */
export function rowOutcomes(
  inserted: readonly InsertedRow[] | null,
  refused: readonly RefusedRow[],
): (slice: ObjectSlice) => RowOutcome {
  if (!inserted) return ({ rows, lostInBrowser }) => ({ inserted: rows, refused: 0, lostInBrowser });
  const byId = new Map<number, { inserted: number; refused: number; lostInBrowser: number }>();
  const of = (objectId: number) => {
    let outcome = byId.get(objectId);
    if (!outcome) byId.set(objectId, (outcome = { inserted: 0, refused: 0, lostInBrowser: 0 }));
    return outcome;
  };
  for (const row of inserted) {
    const outcome = of(row.source_object_id);
    outcome.inserted += 1;
    outcome.lostInBrowser += lostInBrowser({ event_name: row.event_name, properties: row.loss_report });
  }
  for (const { objectId } of refused) of(objectId).refused += 1;
  return ({ object }) => of(object.objectId);
}

/** Refused rows as lines of the quarantine. */
export function refusedLines(
  slices: readonly ObjectSlice[],
  refused: readonly RefusedRow[],
): QuarantinedLine[] {
  return refused.map(({ objectId, line, text, reason }) => ({
    objectKey: slices.find(({ object }) => object.objectId === objectId)?.object.key ?? '',
    line,
    reason: 'refused_by_warehouse',
    detail: reason,
    raw: text,
    receivedAt: null,
  }));
}

/** Deltas of the facts by these rows. */
export function deltasOf(rows: readonly InsertedRow[]): FactDeltas {
  const deltas = new FactDeltas();
  for (const row of rows) deltas.add(row);
  return deltas;
}
