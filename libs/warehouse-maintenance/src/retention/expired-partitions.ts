import type { ClientBase } from 'pg';

/** Names of the partitions whose month is over before the horizon, oldest first. */
export async function expiredPartitions(client: ClientBase, horizon: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_inherits JOIN pg_class ON oid = inhrelid
     WHERE inhparent = 'clickstream_events'::regclass
       AND relname ~ '^clickstream_events_\\d{4}_\\d{2}$'
       AND to_date(right(relname, 7), 'YYYY_MM') < $1
     ORDER BY relname`,
    [horizon],
  );
  return rows.map(({ name }) => name);
}
