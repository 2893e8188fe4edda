import type { ClientBase } from 'pg';
import { inTransaction } from './transaction';
import { FACTS_VERSION, rebuildFacts } from '../facts/rebuild-facts';

/**
 * The number of events whose facts a load can compute again within its time; for more, an operator
 * has to start it.
 */
const MOST_EVENTS = 10_000_000;

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
