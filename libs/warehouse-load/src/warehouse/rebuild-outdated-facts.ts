import type { ClientBase } from 'pg';
import { inTransaction } from './transaction';
import { FACTS_VERSION, rebuildFacts } from '../facts/rebuild-facts';

/**
 * The number of events whose facts a load can compute again within its time; for more, an operator
 * has to start it.
 */
const MOST_EVENTS = 10_000_000;

/** True when a Lambda has the time to compute the facts of all events again. */
export async function hasTimeForFacts(client: ClientBase, mostEvents = MOST_EVENTS): Promise<boolean> {
  const { rows } = await client.query<{ fits: boolean }>(
    'SELECT coalesce(sum(events), 0) <= $1 AS fits FROM activity_hourly',
    [mostEvents],
  );
  return rows[0]?.fits === true;
}

/**
 * Leaves the facts to a later load, or where they are too many for one to `npm run rebuild`; until
 * then they count what is no longer in the warehouse.
 */
export async function postponeFacts(client: ClientBase): Promise<void> {
  await client.query('UPDATE facts_state SET version = 0');
}

/**
 * Computes all facts again, once, when older definitions were used for them: after an update of the
 * code, the next load does so before it loads anything.
 *
 * @returns one line with the work done or to be done; null when the facts are up to date
 */
export async function rebuildOutdatedFacts(
  client: ClientBase,
  mostEvents = MOST_EVENTS,
): Promise<string | null> {
  const { rows } = await client.query<{ is_old: boolean; events: string }>(
    `SELECT version < $1 AS is_old, (SELECT coalesce(sum(events), 0) FROM activity_hourly) AS events FROM facts_state`,
    [FACTS_VERSION],
  );
  const [{ is_old: isOld = false, events = '0' } = {}] = rows;
  if (!isOld) return null;
  const count = Number(events).toLocaleString('en');
  if (Number(events) > mostEvents) {
    return `The facts of ${count} events are those of older definitions, and too many for a load: run npm run rebuild.`;
  }
  await inTransaction(client, () => rebuildFacts(client));
  return `Computed the facts of ${count} events again: their definitions have changed.`;
}
