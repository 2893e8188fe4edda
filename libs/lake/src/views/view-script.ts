import type { ClientBase } from 'pg';
import { EVENTS_FOLDER } from '../bucket/lake-keys';
import { FACTS, factsFolder, type FactTable } from '../relations/fact-tables';
import { translate } from './dialect';
import { NOT_IN_LAKE } from './lake-views';

/** Functions of the warehouse that views call, by the view after which they can be defined. */
const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  identity_links: ['user_behind', 'is_staff'],
};

/** All parts of a table; those from before a migration lack its columns. */
function tableOf({ relation, key, merged: [select, clauses] = ['*', ''] }: FactTable): string {
  const parts = `read_parquet('${factsFolder(relation)}*.parquet', union_by_name = true`;
  if (key === undefined) return `CREATE VIEW ${relation} AS SELECT ${select} FROM ${parts}) ${clauses};`;
  // The first file is that of the history, if it has any rows of the key.
  return `CREATE VIEW ${relation} AS SELECT * EXCLUDE (filename) FROM ${parts}, filename = true)
    QUALIFY filename = min(filename) OVER (PARTITION BY ${key});`;
}

const TABLES = `
  SET TimeZone = 'UTC';
  CREATE SCHEMA IF NOT EXISTS public;
  CREATE SCHEMA IF NOT EXISTS dash;
  CREATE VIEW public.clickstream_events AS
    FROM read_parquet('${EVENTS_FOLDER}*/*.parquet', hive_partitioning = true);
  ${FACTS.map(tableOf).join('\n  ')}
  CREATE MACRO exact_seconds(duration) AS CAST(round(epoch(duration), 6) AS DECIMAL(19, 6));
`;

/** The view of links in force, and who was behind a browser, over tables of the same names. */
export async function linkScript(client: ClientBase): Promise<string> {
  await client.query('BEGIN READ ONLY');
  try {
    const [view] = await definitions(client, `relname = 'identity_links'`);
    return `CREATE SCHEMA IF NOT EXISTS public; CREATE SCHEMA IF NOT EXISTS dash;
      CREATE VIEW dash.identity_links AS ${translate(view?.definition ?? '')}
      ${await macro(client, 'user_behind')}`;
  } finally {
    await client.query('ROLLBACK');
  }
}

/**
 * The views of the dashboards as statements of DuckDB, made of the definitions that the warehouse
 * has. Paths are relative to the folder that has `lake/`.
 *
 * @param client within a transaction
 */
export async function viewScript(client: ClientBase): Promise<string> {
  const statements: string[] = [];
  const views = await definitions(client, 'NOT relname = ANY($1)', [Object.keys(NOT_IN_LAKE)]);
  for (const { name, definition } of views) {
    statements.push(`CREATE VIEW dash.${name} AS ${translate(definition)}`);
    for (const called of FUNCTIONS[name] ?? []) statements.push(await macro(client, called));
  }
  return `${TABLES}${statements.join('\n\n')}\n`;
}

async function definitions(client: ClientBase, condition: string, values: unknown[] = []) {
  // With no schema in the path, PostgreSQL writes the schema of each name.
  await client.query(`SET LOCAL search_path = ''`);
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT relname AS name, pg_get_viewdef(oid) AS definition FROM pg_class
     WHERE relnamespace = 'dash'::regnamespace AND relkind = 'v' AND ${condition} ORDER BY oid`,
    values,
  );
  return rows;
}

async function macro(client: ClientBase, name: string): Promise<string> {
  const { rows } = await client.query<{ body: string; names: readonly string[] }>(
    `SELECT prosrc AS body, proargnames AS names FROM pg_proc
     WHERE pronamespace = 'dash'::regnamespace AND proname = $1`,
    [name],
  );
  const [found] = rows;
  if (!found) throw new Error(`The warehouse has no function dash.${name}: a view of the lake needs it.`);
  return translate(`CREATE MACRO dash.${name}(${found.names.join(', ')}) AS (${found.body});`);
}
