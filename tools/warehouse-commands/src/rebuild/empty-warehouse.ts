import { BOOKS_PREFIX } from '@clickstream/event-schema/books';
import { RAW_PREFIXES } from '@clickstream/event-schema/raw-object';
import type { ClientBase } from 'pg';
import type { RawSource } from '@clickstream/warehouse-load/reading';
import { horizonOf, inTransaction, rebuildFacts } from '@clickstream/warehouse-load/warehouse';

/**
 * Number of loaded objects that are no longer in the bucket: their lines cannot be loaded again.
 */
export async function missingObjects(client: ClientBase, source: RawSource): Promise<number> {
  const kept = `hour >= coalesce((SELECT max(horizon)::timestamp AT TIME ZONE 'UTC' FROM retention_runs), '-infinity')`;
  const count = async (where: string, values: unknown[] = []) => {
    const { rows } = await client.query<{ objects: string }>(
      `SELECT count(*) AS objects FROM etl_objects WHERE ${kept} AND ${where}`,
      values,
    );
    return Number(rows[0]?.objects);
  };
  let found = 0;
  for (const prefix of RAW_PREFIXES) {
    for await (const page of source.listPages(`${prefix}/`)) {
      found += await count('object_key = ANY($1)', [page.map(({ key }) => key)]);
    }
  }
  return (await count('true')) - found + (await missingBooks(client, source));
}

/** Number of loaded files of the books that are no longer in the bucket. */
async function missingBooks(client: ClientBase, source: RawSource): Promise<number> {
  const { rows } = await client.query<{ object_key: string }>('SELECT object_key FROM book_files');
  const missing = new Set(rows.map((row) => row.object_key));
  for await (const page of source.listPages(BOOKS_PREFIX)) for (const { key } of page) missing.delete(key);
  return missing.size;
}

/**
 * Empties the warehouse of all that can be loaded from the bucket again: events, manifest, ledger,
 * quarantine, and the facts computed from them. Data from objects older than the retention is not
 * loaded again, so it stays.
 *
 * @param client with the role dw_admin, while a connection of the caller has the run lock
 */
export async function emptyWarehouse(client: ClientBase): Promise<void> {
  const horizon = (await horizonOf(client)) ?? '-infinity';
  const isKept = `hour < $1::timestamp AT TIME ZONE 'UTC'`;
  await inTransaction(client, async () => {
    await client.query('CREATE TEMPORARY TABLE kept_events (LIKE clickstream_events) ON COMMIT DROP');
    await client.query(
      `INSERT INTO kept_events SELECT * FROM clickstream_events
       WHERE $1 <> '-infinity' AND source_object_id IN (SELECT object_id FROM etl_objects WHERE ${isKept})`,
      [horizon],
    );
    await client.query(
      'TRUNCATE clickstream_events, etl_quarantine, book_entries, book_days, book_files, book_quarantine',
    );
    await client.query('INSERT INTO clickstream_events SELECT * FROM kept_events');
    await client.query(`DELETE FROM etl_objects WHERE NOT (${isKept})`, [horizon]);
    await client.query(`DELETE FROM ledger_hourly WHERE NOT (${isKept})`, [horizon]);
    await client.query(
      `UPDATE etl_runs SET swept_until = '' WHERE run_id = (SELECT max(run_id) FROM etl_runs)`,
    );
    await rebuildFacts(client);
  });
}
