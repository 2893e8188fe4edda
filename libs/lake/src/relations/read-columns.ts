import type { Columns, ColumnType } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';

/** The columns of a table or view of the warehouse, as PostgreSQL describes them. */
export async function readColumns(client: ClientBase, relation: string): Promise<Columns> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, replace(format_type(atttypid, NULL), 'timestamp with time zone', 'timestamptz') AS type
     FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [relation],
  );
  return Object.fromEntries(rows.map(({ name, type }) => [name, { type: type as ColumnType }]));
}
