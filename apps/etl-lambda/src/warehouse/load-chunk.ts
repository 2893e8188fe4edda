import type { ClientBase } from 'pg';
import type { Chunk, ObjectPart, QuarantinedLine } from '../chunk';
import { FactGains } from '../facts/fact-gains';
import { writeFacts } from '../facts/write-facts';
import { addToLedger } from '../ledger/hour-counts';
import { lostInBrowser } from '../ledger/lost-in-browser';
import { gainsOfParts, type RowOutcome } from '../ledger/part-gains';
import { countAsDuplicates, replaceLaterCopies } from './first-received';
import { insertRows } from './insert-rows';
import type { InsertedRow } from './inserted-row';
import { claimParts, correctCounts, type CountCorrection } from './manifest';
import type { RefusedRow } from './refused-row';
import { addToRun, type RunCounts } from './runs';
import { inTransaction, sqlStateOf } from './transaction';

/** Two transactions wait for each other; PostgreSQL ends one of them, and a second try goes through. */
const PASSING_CONFLICTS: ReadonlySet<string | undefined> = new Set(['40P01', '40001']);
const ATTEMPTS = 3;

/** A chunk that is in the warehouse. */
export interface LoadedChunk extends RunCounts {
  /** How many of the duplicates the warehouse had before this chunk. */
  readonly storedBefore: number;
}

/**
 * Loads a chunk in one transaction: manifest, rows, quarantine and facts are there together or not at all.
 *
 * @param expectStored see `insertRows`
 * @returns what became of its lines
 * @throws {ObjectsTakenError} when another run has come first with one of its objects; nothing is loaded then
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
  await claimParts(client, chunk.parts, runId);
  const insertion = await insertRows(client, chunk.pieces, expectStored || !chunk.hasGains);
  const { inserted, refused } = insertion === 'all' ? { inserted: null, refused: [] } : insertion;
  const loaded = inserted ? inserted.length : chunk.rows;
  const quarantined = chunk.quarantine.length + refused.length;
  const storedBefore = chunk.rows - refused.length - loaded;
  await insertQuarantine(client, [...chunk.quarantine, ...refusedLines(chunk.parts, refused)]);
  await writeFacts(client, inserted ? gainsOf(inserted) : chunk.gains);
  const replaced = storedBefore > 0 ? await replaceLaterCopies(client) : [];
  const rows = inserted && [...inserted, ...replaced.map(({ after }) => after)];
  if (rows) await correctCounts(client, correctionsOf(chunk.parts, rows, refused));
  // After the facts' lock, so that two loads do not wait for each other crosswise.
  await addToLedger(client, gainsOfParts(chunk.parts, outcomes(rows, refused)));
  await countAsDuplicates(client, replaced);
  const counts = {
    objects: chunk.parts.filter(({ resumeLine }) => resumeLine === null).length,
    loaded,
    duplicates: chunk.duplicates + storedBefore,
    quarantined,
  };
  await addToRun(client, runId, counts, chunk.newestReceipt);
  return { ...counts, storedBefore };
}

/** Of each part: how many rows the warehouse had already, and how many it refused. */
function correctionsOf(
  parts: readonly ObjectPart[],
  inserted: readonly InsertedRow[],
  refused: readonly RefusedRow[],
): CountCorrection[] {
  const byId = new Map(
    parts.map(({ object, rows }) => [object.objectId, { key: object.key, stored: rows, refused: 0 }]),
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

/** What became of each part's rows. @param inserted null when all rows were new */
export function outcomes(
  inserted: readonly InsertedRow[] | null,
  refused: readonly RefusedRow[],
): (part: ObjectPart) => RowOutcome {
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

function refusedLines(parts: readonly ObjectPart[], refused: readonly RefusedRow[]): QuarantinedLine[] {
  return refused.map(({ objectId, line, text, reason }) => ({
    objectKey: parts.find(({ object }) => object.objectId === objectId)?.object.key ?? '',
    line,
    reason: 'refused_by_warehouse',
    detail: reason,
    raw: text,
    receivedAt: null,
  }));
}

/** What rows change in the facts. */
export function gainsOf(rows: readonly InsertedRow[]): FactGains {
  const gains = new FactGains();
  for (const row of rows) gains.add(row);
  return gains;
}

async function insertQuarantine(client: ClientBase, lines: readonly QuarantinedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await client.query(
    `INSERT INTO etl_quarantine (object_key, line, reason, detail, raw, received_at)
     SELECT * FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])`,
    [
      lines.map(({ objectKey }) => objectKey),
      lines.map(({ line }) => line),
      lines.map(({ reason }) => reason),
      lines.map(({ detail }) => withoutNul(detail)),
      lines.map(({ raw }) => withoutNul(raw)),
      lines.map(({ receivedAt }) => (receivedAt === null ? null : new Date(receivedAt))),
    ],
  );
}

/** PostgreSQL's text holds any character but this one. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');
