import type { ClientBase, QueryResultRow } from 'pg';

/**
 * Runs a query that an index answers. A table that has just been filled has no statistics yet, and without them the
 * planner reads all of it; so until the transaction ends it is told to rather not.
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
