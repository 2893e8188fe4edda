import type { ClientBase, QueryResultRow } from 'pg';

/**
 * An expression that switches sequential scans off until the transaction ends. A table that has
 * just been filled has no statistics yet, and without them the planner reads all of it.
 */
export const INDEXES_ONLY = "set_config('enable_seqscan', 'off', true)";

/** Runs a query that an index answers, in a transaction that has not written facts yet. */
export async function byIndex<R extends QueryResultRow>(
  client: ClientBase,
  sql: string,
  values: unknown[],
): Promise<R[]> {
  await client.query(`SELECT ${INDEXES_ONLY}`);
  const { rows } = await client.query<R>(sql, values);
  return rows;
}

/** Rows held in memory at once. */
const PAGE_ROWS = 5_000;

/**
 * Pages of a query whose rows may not fit into memory. Run one at a time, each to its end.
 */
export async function* pagesOf<R extends QueryResultRow>(
  client: ClientBase,
  sql: string,
  values: unknown[],
): AsyncGenerator<R[]> {
  await client.query(`DECLARE found_rows NO SCROLL CURSOR FOR ${sql}`, values);
  for (let count = PAGE_ROWS; count === PAGE_ROWS;) {
    const { rows } = await client.query<R>(`FETCH ${PAGE_ROWS} FROM found_rows`);
    count = rows.length;
    yield rows;
  }
  await client.query('CLOSE found_rows');
}
