import type { TestWarehouse } from '@clickstream/dw-models/testing';
import { FACT_TABLES } from '../facts/rebuild-facts';

/** The rows of a table as text, sorted. */
export async function rowsOf(warehouse: TestWarehouse, table: string): Promise<unknown[]> {
  const rows = await warehouse.query('admin', `SELECT row::text FROM ${table} AS row ORDER BY row::text`);
  return rows.map(({ row }) => row);
}

/** Every row of every table of the warehouse, as one text. */
export async function everythingIn(warehouse: TestWarehouse): Promise<string> {
  const tables = await warehouse.query(
    'admin',
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const all = await Promise.all(tables.map(({ name }) => rowsOf(warehouse, String(name))));
  return all.flat().join('\n');
}

/** The rows of all facts, by table. */
export async function factsOf(warehouse: TestWarehouse): Promise<Record<string, unknown[]>> {
  const facts: Record<string, unknown[]> = {};
  for (const table of FACT_TABLES) facts[table] = await rowsOf(warehouse, table);
  return facts;
}
