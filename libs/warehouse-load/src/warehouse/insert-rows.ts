import type { ClientBase } from 'pg';
import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { copyInto } from '../copy/copy-into';
import { SELECT_INSERTED_ROW, type InsertedRow } from './inserted-row';
import { withoutRefusedRow, type RefusedRow } from './refused-row';
import { sqlStateOf } from './transaction';

const UNIQUE_VIOLATION = '23505';

/**
 * The outcome of an insertion: all rows were new; or these were, and the others were already stored
 * or refused.
 */
export type Insertion =
  'all' | { readonly inserted: readonly InsertedRow[]; readonly refused: readonly RefusedRow[] };

/**
 * Inserts rows straight into clickstream_events, the fastest way. A single event that is already
 * stored, or a single row that PostgreSQL refuses, fails all of them; then the rest is inserted
 * through a staging table, which keeps it until the transaction ends.
 *
 * @param pieces pieces of `CopyRows` for `clickstream_events`, with each event once
 * @param expectStored skips the first try, when events are known to come again, or
 *   the rows are to be read back
 */
export async function insertRows(
  client: ClientBase,
  pieces: readonly Buffer[],
  expectStored: boolean,
): Promise<Insertion> {
  if (pieces.length === 0) return 'all';
  if (!expectStored) {
    const error = await tryCopy(client, 'clickstream_events', pieces);
    if (error === undefined) return 'all';
    if (sqlStateOf(error) !== UNIQUE_VIOLATION && !withoutRefusedRow(pieces, error)) throw error;
  }
  const refused = await stageRows(client, pieces);
  const { rows } = await client.query<InsertedRow>(
    `INSERT INTO clickstream_events SELECT * FROM staging ON CONFLICT (event_id) DO NOTHING
     RETURNING ${SELECT_INSERTED_ROW}`,
  );
  return { inserted: rows, refused };
}

/** Adds rows to the table `staging`, except those that are refused. */
export async function stageRows(client: ClientBase, pieces: readonly Buffer[]): Promise<RefusedRow[]> {
  await client.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS staging (LIKE clickstream_events INCLUDING CONSTRAINTS)
     ON COMMIT DELETE ROWS`,
  );
  if (pieces.length === 0) return [];
  const refused: RefusedRow[] = [];
  for (let left = pieces; ;) {
    const error = await tryCopy(client, 'staging', left);
    if (error === undefined) return refused;
    const without = withoutRefusedRow(left, error);
    if (!without) throw error;
    refused.push(without.refused);
    left = without.pieces;
  }
}

/** @returns the error of the COPY, after its rows are rolled back; undefined when it succeeded */
async function tryCopy(client: ClientBase, table: string, pieces: readonly Buffer[]): Promise<unknown> {
  await client.query('SAVEPOINT before_copy');
  try {
    await copyInto(client, table, CLICKSTREAM_EVENTS.columns, pieces);
    return undefined;
  } catch (error) {
    if (sqlStateOf(error) === undefined) throw error;
    await client.query('ROLLBACK TO SAVEPOINT before_copy');
    return error;
  }
}
