import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COPY_COLUMNS } from '../copy-encoder';
import { sqlStateOf } from './transaction';

const COLUMNS = [...COPY_COLUMNS, 'source_object_id'].join(', ');
const UNIQUE_VIOLATION = '23505';

/** Which rows are new: all of them, or those with these ids. */
export type InsertedRows = 'all' | ReadonlySet<string>;

/**
 * Inserts rows straight into clickstream_events, the fastest way there is. One event that is there already makes
 * PostgreSQL refuse all of them; then they go in through a staging table, without those.
 *
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
      await copyInto(client, 'clickstream_events', copyText);
      return 'all';
    } catch (error) {
      if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
      await client.query('ROLLBACK TO SAVEPOINT before_copy');
    }
  }
  return insertThroughStaging(client, copyText);
}

async function insertThroughStaging(
  client: ClientBase,
  copyText: readonly Buffer[],
): Promise<ReadonlySet<string>> {
  await client.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS staging (LIKE clickstream_events) ON COMMIT DELETE ROWS`,
  );
  await copyInto(client, 'staging', copyText);
  const { rows } = await client.query<[string]>({
    text: `INSERT INTO clickstream_events (${COLUMNS}) SELECT ${COLUMNS} FROM staging
           ON CONFLICT (event_id) DO NOTHING RETURNING event_id`,
    rowMode: 'array',
  });
  return new Set(rows.map(([eventId]) => eventId));
}

async function copyInto(client: ClientBase, table: string, copyText: readonly Buffer[]): Promise<void> {
  await pipeline(Readable.from(copyText), client.query(copyFrom(`COPY ${table} (${COLUMNS}) FROM STDIN`)));
}
