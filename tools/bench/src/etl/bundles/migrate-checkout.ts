import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import type { createWarehouse, migrateWarehouse } from '@clickstream/dw-models';

/** Exports that the libraries of both versions have. */
interface DwModels {
  readonly createWarehouse: typeof createWarehouse;
  readonly migrateWarehouse: typeof migrateWarehouse;
}

interface Settings {
  readonly postgresUrl: string;
  readonly database: string;
  readonly passwords: Parameters<typeof createWarehouse>[1];
  /** The partitions to make, as first days. */
  readonly months: readonly string[];
}

/**
 * Makes an empty warehouse by the library of the checkout in the working
 * folder, and prints its address.
 */
async function migrate({ postgresUrl, database, passwords, months }: Settings): Promise<void> {
  const load = createRequire(resolve('package.json'));
  const models = (await import(pathToFileURL(resolve('libs/dw-models/src/index.ts')).href)) as DwModels;
  const urls = await models.createWarehouse(postgresUrl, passwords, database);
  await models.migrateWarehouse(urls.adminUrl);
  const { Client } = load('pg') as typeof pg;
  const client = new Client({ connectionString: urls.etlUrl });
  await client.connect();
  for (const month of months) await client.query('SELECT ensure_event_partitions($1, $1)', [month]);
  await client.end();
  console.log(urls.etlUrl);
}

void migrate(JSON.parse(process.argv[2] ?? '') as Settings);
