import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { PeerSource } from './peer-questions';

/**
 * Writes the columns that the peers ask for, of all events in the order of time, into a Parquet
 * file, and says how DuckDB reads it. Times are in UTC.
 */
export async function eventsAsParquet(
  duckdb: DuckDBConnection,
  warehouse: string,
  folder: string,
): Promise<PeerSource> {
  const [csv, parquet] = [join(folder, 'events.csv'), join(folder, 'events.parquet')];
  const client = new pg.Client({ connectionString: warehouse });
  await client.connect();
  await client.query("SET timezone = 'UTC'");
  const rows = `SELECT event_timestamp AT TIME ZONE 'UTC', event_name, session_id, client_id, context_product_id, is_bot
    FROM clickstream_events`;
  await pipeline(client.query(copyTo(`COPY (${rows}) TO STDOUT (FORMAT csv)`)), createWriteStream(csv));
  await client.end();
  await duckdb.run(`COPY (SELECT * FROM read_csv('${csv}', header = false, columns = {
      moment: 'TIMESTAMP', name: 'VARCHAR', session_id: 'VARCHAR', client_id: 'VARCHAR', product_id: 'VARCHAR', is_bot: 'BOOLEAN'
    }) ORDER BY moment) TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)`);
  await rm(csv);
  return { events: `read_parquet('${parquet}')`, moment: (iso) => `TIMESTAMP '${iso}'` };
}
