import type { ClientBase } from 'pg';

/**
 * Runs the work in one transaction: committed when it returns, rolled back when it throws.
 *
 * @throws what the work throws
 */
export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // When the connection is gone, PostgreSQL has already rolled back.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** The SQLSTATE of an error from PostgreSQL, or undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
