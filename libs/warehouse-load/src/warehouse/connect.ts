import pg from 'pg';

const CONNECT_MILLISECONDS = 10_000;

/** PostgreSQL's own limit for one statement, so that nothing waits for ever. */
const STATEMENT_MILLISECONDS = 10 * 60_000;

/**
 * One connection to the warehouse. If it breaks later, the query that uses it fails.
 *
 * @param url postgres:// address with a role and its password
 * @throws Error in one line when it cannot be reached
 */
export async function connectTo(
  url: string,
  statementMilliseconds = STATEMENT_MILLISECONDS,
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'etl',
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    statement_timeout: statementMilliseconds,
    keepAlive: true,
  });
  // Without a listener the break would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new Error(`The warehouse cannot be reached: ${reason}`, { cause: error });
  }
  return client;
}
