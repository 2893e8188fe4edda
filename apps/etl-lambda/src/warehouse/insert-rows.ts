import type { ClientBase } from 'pg';
import { EVENT_COLUMNS } from '@clickstream/dw-models/event-columns';
import { SELECT_FACT_ROW, type FactRow } from '../facts/fact-row';
import { copyInto } from './copy-into';
import { sqlStateOf } from './transaction';

const UNIQUE_VIOLATION = '23505';

/** A row that was new, with the number of the object that brought it. */
export type InsertedRow = FactRow & { readonly source_object_id: number };

/** Which rows were new: all of them, or these. */
export type InsertedRows = 'all' | readonly InsertedRow[];

/**
 * Inserts rows straight into clickstream_events, the fastest way there is. One event that is there already makes
 * PostgreSQL refuse all of them; then they go in through a staging table, without those.
 *
 * @param copyText in the order of `EVENT_COLUMNS`, no event twice
 * @param expectStored skips the first try, when events are known to come again
 */
export async function insertRows(
  client: ClientBase,
  copyText: readonly Buffer[],
  expectStored: boolean,
): Promise<InsertedRows> {
  if (copyText.length === 0) return 'all';
  if (!expectStored) {
    await client.query('SAVEPOINT before_copy');
    try {
      await copyInto(client, 'clickstream_events', EVENT_COLUMNS, copyText);
      return 'all';
    } catch (error) {
      if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
      await client.query('ROLLBACK TO SAVEPOINT before_copy');
    }
  }
  await client.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS staging (LIKE clickstream_events) ON COMMIT DELETE ROWS`,
  );
  await copyInto(client, 'staging', EVENT_COLUMNS, copyText);
  const { rows } = await client.query<InsertedRow>(
    `INSERT INTO clickstream_events SELECT * FROM staging ON CONFLICT (event_id) DO NOTHING
     RETURNING ${SELECT_FACT_ROW}, source_object_id`,
  );
  return rows;
}
