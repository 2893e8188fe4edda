import type { TestWarehouse } from './a-warehouse';

/** The columns of a table or view in order, as `name type`. */
export async function columnsOf(warehouse: TestWarehouse, schema: string, table: string): Promise<string[]> {
  const rows = await warehouse.query(
    'admin',
    `SELECT column_name || ' ' || data_type AS shape FROM information_schema.columns
     WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position`,
    [schema, table],
  );
  return rows.map(({ shape }) => String(shape));
}
