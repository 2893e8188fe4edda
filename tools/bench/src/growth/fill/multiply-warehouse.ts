import pg from 'pg';
import {
  ACTIVITY_HOURLY,
  CART_SHOPPERS,
  CARTS,
  CLICKSTREAM_EVENTS,
  ETL_OBJECTS,
  IDENTITY_AUDIT,
  IDENTITY_LINKS,
  LEDGER_HOURLY,
  LISTS_HOURLY,
  ORDER_TOUCHES,
  ORDERS,
  PRODUCTS_HOURLY,
  REPEAT_VISITS,
  SENDER_FAULTS,
  SESSIONS,
  type Table,
  VISITS_HOURLY,
} from '@clickstream/dw-models/tables';
import { copiedRow, MOST_COPIES } from './copied-row';

/** Tables with a row for each visit, cart, order or object. */
const COPIED = [
  ETL_OBJECTS,
  SESSIONS,
  REPEAT_VISITS,
  CARTS,
  CART_SHOPPERS,
  ORDERS,
  ORDER_TOUCHES,
  IDENTITY_LINKS,
  IDENTITY_AUDIT,
];

/** Tables of sums by hour: more events make them larger numbers, not more rows. */
const SUMMED = [ACTIVITY_HOURLY, LISTS_HOURLY, PRODUCTS_HOURLY, VISITS_HOURLY, SENDER_FAULTS, LEDGER_HOURLY];

/** The size of a warehouse that is made of a smaller one. */
export interface Multiplication {
  /** The number of rows for each of its rows. */
  readonly copies: number;
  /** Events that were received before are left out. */
  readonly eventsSince: string;
}

/**
 * Makes a warehouse of many events out of one that the ETL has loaded: each row as often as asked
 * for, with ids of its own at the same time, in the order of time.
 *
 * @param url of the warehouse with a role that may do everything
 * @throws Error when the copies have more rows than ids can tell apart
 */
export async function multiplyWarehouse(url: string, { copies, eventsSince }: Multiplication): Promise<void> {
  if (copies > MOST_COPIES) throw new Error(`${copies} copies are too many: ${MOST_COPIES} at most.`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // In one transaction with TRUNCATE: these rows need no write-ahead log.
    await client.query('BEGIN; CREATE SCHEMA seed; ALTER TABLE sessions DISABLE TRIGGER USER');
    for (const table of COPIED) {
      await moveToSeed(client, table);
      await copyRows(client, table, copies);
    }
    for (const table of SUMMED) await client.query(sumStatement(table, copies));
    await moveToSeed(client, CLICKSTREAM_EVENTS);
    await copyEvents(client, copies, eventsSince);
    await client.query(`SELECT setval('etl_object_ids', (SELECT max(object_id) FROM etl_objects))`);
    await client.query('ALTER TABLE sessions ENABLE TRIGGER USER; DROP SCHEMA seed CASCADE; COMMIT');
  } finally {
    await client.end();
  }
}

async function moveToSeed(client: pg.Client, { name }: Table): Promise<void> {
  await client.query(`CREATE TABLE seed.${name} AS SELECT * FROM public.${name}; TRUNCATE public.${name}`);
}

async function copyRows(client: pg.Client, table: Table, copies: number, where = 'true'): Promise<void> {
  await client.query(
    `INSERT INTO public.${table.name} (${Object.keys(table.columns).join(', ')})
     SELECT ${copiedRow(table, copies)} FROM seed.${table.name} AS seed, generate_series(0, ${copies - 1}) AS copy
     WHERE ${where}`,
  );
}

/** Object by object, which is the order of time. */
async function copyEvents(client: pg.Client, copies: number, eventsSince: string): Promise<void> {
  await client.query('CREATE INDEX ON seed.clickstream_events (source_object_id)');
  const { rows } = await client.query<{ object_id: number }>(
    'SELECT object_id FROM seed.etl_objects WHERE hour >= $1 ORDER BY object_id',
    [eventsSince],
  );
  for (const { object_id: id } of rows)
    await copyRows(client, CLICKSTREAM_EVENTS, copies, `source_object_id = ${id}`);
}

/** Multiplies what is counted, which is every number that is not part of the key. */
function sumStatement({ name, primaryKey, columns }: Table, copies: number): string {
  const counted = Object.keys(columns).filter(
    (column) => !primaryKey.includes(column) && ['integer', 'bigint'].includes(columns[column]?.type ?? ''),
  );
  return `UPDATE ${name} SET ${counted.map((column) => `${column} = ${column} * ${copies}`).join(', ')}`;
}
