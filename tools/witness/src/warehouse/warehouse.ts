import pg from 'pg';

/** The warehouse at one moment: all questions see the same load. */
export interface Warehouse {
  rows(sql: string, params?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/**
 * Opens the warehouse to read it, as of now.
 *
 * @param url postgres:// address with the role shiny_ro
 * @throws Error in one line when it cannot be reached
 */
export async function openWarehouse(url: string): Promise<Warehouse> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'witness',
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener the break would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new Error(`The warehouse cannot be reached: ${reason}`, { cause: error });
  }
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    rows: async (sql, params = []) =>
      (await client.query(sql, [...params])).rows as Record<string, unknown>[],
    close: () => client.end(),
  };
}
