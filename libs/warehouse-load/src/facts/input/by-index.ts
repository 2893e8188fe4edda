import type { ClientBase, QueryResultRow } from 'pg';

/**
 * Runs a query that an index answers. A table that has just been filled has no statistics yet, and
 * without them the planner reads all of it; so sequential scans are off until the transaction ends.
 */
export async function byIndex<R extends QueryResultRow>(
  client: ClientBase,
  sql: string,
  values: unknown[],
): Promise<R[]> {
  await client.query('SET LOCAL enable_seqscan = off');
  const { rows } = await client.query<R>(sql, values);
  return rows;
}

/** Rows held in memory at once. */
const PAGE_ROWS = 5_000;

/**
 * The same in pages, for a query whose rows may not fit into memory. Run one at a time, each to its
 * end.
 */
export async function* pagesByIndex<R extends QueryResultRow>(
  client: ClientBase,
  sql: string,
  values: unknown[],
): AsyncGenerator<R[]> {
  await client.query('SET LOCAL enable_seqscan = off');
  await client.query(`DECLARE found_rows NO SCROLL CURSOR FOR ${sql}`, values);
  for (let count = PAGE_ROWS; count === PAGE_ROWS;) {
    const { rows } = await client.query<R>(`FETCH ${PAGE_ROWS} FROM found_rows`);
    count = rows.length;
    yield rows;
  }
  await client.query('CLOSE found_rows');
}
