import { NOT_IN_LAKE } from '@clickstream/lake';
import { asTexts, readColumns, type TestLake } from '@clickstream/lake/testing';
import type { ClientBase } from 'pg';

/** The rows of a view as texts, sorted. */
export const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

/** The views that both have. */
async function sharedViews(client: ClientBase): Promise<string[]> {
  const { rows: views } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'dash'::regnamespace AND relkind = 'v' ORDER BY 1`,
  );
  const names = views.map(({ name }) => name);
  expect(Object.keys(NOT_IN_LAKE).filter((name) => !names.includes(name))).toEqual([]);
  const shared = names.filter((name) => !(name in NOT_IN_LAKE));
  expect(shared.length).toBeGreaterThanOrEqual(18);
  return shared;
}

/** The rows of each view, in PostgreSQL. */
export async function rowsInWarehouse(client: ClientBase): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const name of await sharedViews(client)) {
    const columns = asTexts(await readColumns(client, `dash.${name}`), 'postgres');
    found[name] = sorted((await client.query<object>(`SELECT ${columns} FROM dash.${name}`)).rows);
  }
  return found;
}

/** The same in DuckDB, by the lake's own script. */
export async function rowsInLake(client: ClientBase, lake: TestLake): Promise<Record<string, string[]>> {
  const script = await lake.text('lake/views.sql');
  const copy = await lake.copy(script.replaceAll("'lake/", "'{lake}"));
  const found: Record<string, string[]> = {};
  for (const name of await sharedViews(client)) {
    const columns = asTexts(await readColumns(client, `dash.${name}`), 'duckdb');
    found[name] = sorted(await copy.query(`SELECT ${columns} FROM dash.${name}`));
  }
  await copy.close();
  return found;
}
