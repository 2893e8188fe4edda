import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { createWarehouse, migrateWarehouse } from '@clickstream/dw-models';
import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { PASSWORDS } from './settings';

/** Warehouses on one server that last a round each. */
export interface RoundWarehouses {
  /** A new, empty one. @returns its postgres:// address with the role etl_writer */
  create(): Promise<string>;
  /** Copies a warehouse with its contents. @returns the address of the copy for the same role */
  copyOf(url: string): Promise<string>;
  /**
   * Does at once what autovacuum does in a warehouse that lives, and would otherwise do
   * while others are measured.
   */
  settle(url: string): Promise<void>;
  /** Removes one. */
  drop(url: string): Promise<void>;
}

/** @param superuserUrl of the server @param months the partitions to make, as first days */
export function roundWarehouses(superuserUrl: string, months: readonly string[]): RoundWarehouses {
  let made = 0;
  let empty: Promise<string> | undefined;
  const migrated = async () => {
    const urls = await createWarehouse(superuserUrl, PASSWORDS, 'bench_empty');
    await migrateWarehouse(urls.adminUrl);
    for (const month of months) await query(urls.etlUrl, 'SELECT ensure_event_partitions($1, $1)', [month]);
    return urls.etlUrl;
  };
  const copyOf = async (url: string) => {
    const database = `bench_${++made}`;
    await query(
      superuserUrl,
      `CREATE DATABASE ${database} TEMPLATE ${pg.escapeIdentifier(databaseOf(url))} STRATEGY FILE_COPY OWNER dw_admin`,
    );
    // Rights on a database are not copied with it.
    const { etlUrl } = await createWarehouse(superuserUrl, PASSWORDS, database);
    await query(superuserUrl, 'CHECKPOINT');
    return etlUrl;
  };
  return {
    create: async () => copyOf(await (empty ??= migrated())),
    copyOf,
    async settle(url) {
      const own = new URL(superuserUrl);
      own.pathname = databaseOf(url);
      await query(own.href, 'VACUUM (ANALYZE)');
    },
    async drop(url) {
      await query(superuserUrl, `DROP DATABASE ${pg.escapeIdentifier(databaseOf(url))} WITH (FORCE)`);
    },
  };
}

/**
 * Writes the event table into a file in the text form of COPY, in the order in which it was loaded.
 */
export async function writeRows(url: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rows = `SELECT ${Object.keys(CLICKSTREAM_EVENTS.columns).join(', ')} FROM clickstream_events ORDER BY source_object_id, source_line`;
  await pipeline(client.query(copyTo(`COPY (${rows}) TO STDOUT`)), createWriteStream(file));
  await client.end();
}

/**
 * Bytes on disk for each event: of the event table with its indexes, and of all
 * other tables with theirs.
 */
export async function bytesPerEvent(url: string): Promise<{ events: number; facts: number }> {
  const [row] = await query(
    url,
    `WITH event_tables AS (SELECT relid FROM pg_partition_tree('clickstream_events'))
     SELECT
       (SELECT sum(pg_total_relation_size(relid)) FROM event_tables)::float AS events,
       (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND oid NOT IN (SELECT relid FROM event_tables)
       )::float AS facts,
       (SELECT count(*) FROM clickstream_events)::float AS rows`,
  );
  const { events = 0, facts = 0, rows = 1 } = (row ?? {}) as Record<string, number>;
  return { events: events / rows, facts: facts / rows };
}

async function query(url: string, sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as unknown[];
  } finally {
    await client.end();
  }
}

const databaseOf = (url: string): string => new URL(url).pathname.slice(1);
