import { randomBytes, randomUUID } from 'node:crypto';
import { createWarehouse, migrateWarehouse, type WarehouseUrls } from '@clickstream/dw-models';
import { startPostgres } from '@clickstream/local-servers';
import fc from 'fast-check';
import pg from 'pg';
import type { Fuzzed } from './fuzz-bodies';
import { openLedger } from './open-ledger';
import { loadEtl, type Etl } from './real-code';

/** Objects of one run of the load. */
const CHUNK = 250;

/** One in this many objects contains only a valid event. */
const NEIGHBOUR_EVERY = 10;

interface MadeObject {
  readonly body: Buffer;
  /** Ids of good events, each of which must be loaded. */
  readonly ids: readonly string[];
}

/** Loads objects into a separate PostgreSQL, among neighbours that must be loaded. */
export async function fuzzObjects(
  objects: number,
  seed: number,
  onDone: (objects: number) => void,
): Promise<Fuzzed> {
  const etl = await loadEtl();
  const postgres = await startPostgres();
  try {
    const urls = await newWarehouse(postgres.url);
    const client = new pg.Client({ connectionString: urls.adminUrl });
    await client.connect();
    const warehouse = await etl.openWarehouse(urls.etlUrl);
    const failures: string[] = [];
    for (let done = 0; done < objects; done += CHUNK) {
      const made = chunkOf(etl, Math.min(CHUNK, objects - done), seed + done);
      const load = () => loadChunk(etl, warehouse, made, done);
      failures.push(...(await load().catch((error: unknown) => [`The load throws: ${String(error)}`])));
      failures.push(...(await missingIds(client, made)));
      onDone(made.length);
    }
    await warehouse.close();
    const { lines, faults } = await openLedger(client, objects);
    await client.end();
    return { events: lines, failures: [...failures, ...faults] };
  } finally {
    await postgres.stop();
  }
}

async function newWarehouse(superuserUrl: string): Promise<WarehouseUrls> {
  const password = () => randomBytes(12).toString('hex');
  const passwords = {
    dw_admin: password(),
    etl_writer: password(),
    shiny_ro: password(),
    shiny_done: password(),
    shiny_saved: password(),
  };
  const urls = await createWarehouse(superuserUrl, passwords);
  await migrateWarehouse(urls.adminUrl);
  return urls;
}

/** Makes the objects of a seed, always the same except for the ids of neighbours. */
function chunkOf({ oddObject, goodAmongOddLines }: Etl, numRuns: number, seed: number): MadeObject[] {
  const odd = oddObject.map((body): MadeObject => ({ body, ids: [] }));
  return fc.sample(fc.oneof(odd, goodAmongOddLines), { seed, numRuns }).map((made, index) => {
    if (index % NEIGHBOUR_EVERY > 0) return made;
    const id = randomUUID();
    return { body: Buffer.from(`{"eventId":"${id}","eventName":"page_view"}\n`), ids: [id] };
  });
}

async function loadChunk(
  { memorySource, runIn }: Etl,
  warehouse: Awaited<ReturnType<Etl['openWarehouse']>>,
  made: readonly MadeObject[],
  first: number,
): Promise<string[]> {
  const source = memorySource();
  for (const [index, { body }] of made.entries()) source.put(keyOf(first + index), body);
  const { objects, failed, more } = await runIn(warehouse, source);
  if (objects === made.length && failed === 0 && !more) return [];
  return [`A run read ${objects} of ${made.length} objects from ${keyOf(first)} on; ${failed} failed.`];
}

/** A day of hours, so that the ledger has more than one line. */
function keyOf(index: number): string {
  const hour = String(Math.floor(index / CHUNK) % 24).padStart(2, '0');
  return `events/2026/11/02/${hour}/${String(index).padStart(9, '0')}`;
}

async function missingIds(client: pg.Client, made: readonly MadeObject[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM unnest($1::uuid[]) AS id WHERE id NOT IN (SELECT event_id FROM clickstream_events WHERE event_id = ANY($1))',
    [made.flatMap(({ ids }) => ids)],
  );
  return rows.map(({ id }) => `The good event ${id} is not in the warehouse.`);
}
