import type { ClientBase } from 'pg';

/** Next to the locks of roles, migrations and runs. */
export const LAKE_LOCK = 7_215_004;

/**
 * Does one step of work on the lake while nobody else does one: an erasure that removes files waits
 * for the day that a compaction is writing, and later days are read without the person.
 */
export async function inLakeTurn<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('SELECT pg_advisory_lock($1)', [LAKE_LOCK]);
  try {
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LAKE_LOCK]);
  }
}
