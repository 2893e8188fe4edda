import type { Client } from 'pg';

/**
 * Tables of the warehouse that are not facts: the events, and what the ETL
 * writes down about its own work.
 */
const NO_FACTS = /^(clickstream_events.*|etl_.*|ledger_hourly|retention_runs|migrations)$/;

/** A number for the content of each table of facts: the same only for the same rows. */
export type FactPrints = Readonly<Record<string, string>>;

/** The content of all facts, whichever the warehouse has. */
export async function printFacts(client: Client): Promise<FactPrints> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    if (NO_FACTS.test(name)) continue;
    const { rows } = await client.query<{ print: string }>(
      `SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '-') AS print
       FROM (SELECT fact::text AS line FROM ${name} AS fact) AS facts`,
    );
    prints[name] = rows[0]?.print ?? '';
  }
  return prints;
}

/**
 * The same for what a rebuild from the bucket must restore: events with the location of each copy,
 * and facts. Objects get new numbers, and the audit of identity contains the times at which links
 * were made, so both are left out.
 */
export async function printAll(client: Client): Promise<FactPrints> {
  const facts = Object.entries(await printFacts(client)).filter(([table]) => table !== 'identity_audit');
  const { rows } = await client.query<{ print: string }>(
    `SELECT count(*) || ' rows, ' || md5(string_agg(line, E'\\n' ORDER BY line)) AS print
     FROM (
       SELECT (to_jsonb(event) - 'source_object_id')::text || object_key AS line
       FROM clickstream_events AS event JOIN etl_objects ON object_id = source_object_id
     ) AS events`,
  );
  return { ...Object.fromEntries(facts), clickstream_events: rows[0]?.print ?? '' };
}

/** The tables whose content differs. */
export function differences(one: FactPrints, other: FactPrints): string[] {
  return Object.keys({ ...one, ...other }).filter((table) => one[table] !== other[table]);
}
