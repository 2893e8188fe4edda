import { DuckDBInstance } from '@duckdb/node-api';
import { CART_EVENTS } from './cart-events-sql';
import { BOOKS } from './books-sql';
import { BUYERS } from './buyers-sql';
import { CARTS } from './carts-sql';
import { LINES } from './lines-sql';
import { CATEGORIES } from './products-sql';
import { EVENTS } from './events-sql';
import { ORDERS } from './orders-sql';
import { SESSIONS } from './sessions-sql';
import { fillArrivals, fillAgents } from './fill';
import { TOUCHES } from './touches-sql';

/** All that the bucket says, as tables of DuckDB. */
export interface Lake {
  rows(sql: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

const STEPS = [
  BOOKS,
  LINES,
  fillAgents,
  EVENTS,
  CATEGORIES,
  ORDERS,
  BUYERS,
  SESSIONS,
  fillArrivals,
  TOUCHES,
  CART_EVENTS,
  CARTS,
] as const;

/** Makes the tables of a file with one JSON object a line: `object`, `line`, `text`. */
export async function openLake(file: string): Promise<Lake> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const lake = {
    rows: async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
  try {
    await connection.run(`SET TimeZone = 'UTC'`);
    await connection.run(readTexts(file));
    for (const step of STEPS) {
      await (typeof step === 'string' ? connection.run(step) : step(connection));
    }
    return lake;
  } catch (error) {
    lake.close();
    throw error;
  }
}

const readTexts = (file: string) => `
  CREATE TABLE texts AS FROM read_json('${file.replaceAll("'", "''")}', format = 'newline_delimited',
    columns = {object: 'VARCHAR', line: 'INTEGER', text: 'VARCHAR'}, maximum_object_size = 67108864)`;
