import type { ClientBase } from 'pg';
import type { Chunk, ObjectPart, QuarantinedLine } from '../chunk';
import { FactGains } from '../facts/fact-gains';
import { writeFacts } from '../facts/write-facts';
import { insertRows, type InsertedRow } from './insert-rows';
import { claimParts, correctCounts } from './manifest';
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
  const inserted = await insertRows(client, chunk.copyText, expectStored);
  if (inserted !== 'all') await correctCounts(client, storedByPart(chunk.parts, inserted));
  await insertQuarantine(client, chunk.quarantine);
  await writeFacts(client, inserted === 'all' ? chunk.gains : gainsOf(inserted));
  const loaded = inserted === 'all' ? chunk.rows : inserted.length;
  const counts = {
    objects: chunk.parts.filter(({ resumeLine }) => resumeLine === null).length,
    loaded,
    duplicates: chunk.lines - chunk.quarantine.length - loaded,
    quarantined: chunk.quarantine.length,
  };
  await addToRun(client, runId, counts, chunk.newestReceipt);
  return { ...counts, storedBefore: chunk.rows - loaded };
}

/** How many rows of each part the warehouse had already. */
function storedByPart(
  parts: readonly ObjectPart[],
  inserted: readonly InsertedRow[],
): ReadonlyMap<ObjectPart, number> {
  const stored = new Map(parts.map((part) => [part.object.objectId, part.rows]));
  for (const { source_object_id: id } of inserted) stored.set(id, (stored.get(id) ?? 0) - 1);
  return new Map(parts.map((part) => [part, stored.get(part.object.objectId) ?? 0]));
}

function gainsOf(rows: readonly InsertedRow[]): FactGains {
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
      lines.map(({ receivedAt }) => new Date(receivedAt)),
    ],
  );
}

/** PostgreSQL's text holds any character but this one. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');
