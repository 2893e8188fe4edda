import type { ClientBase } from 'pg';
import { SHOPPER_SQL } from './carts/cart-event';
import { FactDeltas } from './fact-deltas';
import { SELECT_FACT_ROW, type FactRow } from './input/fact-row';
import { lockFacts, writeFacts } from './write-facts';

/** The tables of facts, all of which are made of events alone. */
export const FACT_TABLES = [
  'activity_hourly',
  'products_hourly',
  'products',
  'sessions',
  'carts',
  'cart_shoppers',
  'orders',
  'refunds',
  'identity_links',
  'sender_faults',
] as const;

/**
 * The version of the definitions of facts. Whoever changes one, so that old events give other
 * facts, raises it: the next load then computes all facts again.
 */
export const FACTS_VERSION = 6;

/** Events that are read at once, and that one write of the facts is made of. */
const PAGE_EVENTS = 25_000;

/**
 * Computes all facts again from the events, in the caller's transaction: readers see the old facts
 * until it commits. The result is the same, row for row, as what the loads kept up to date.
 *
 * @param onProgress called with the number of events read so far
 */
export async function rebuildFacts(
  client: ClientBase,
  onProgress: (events: number) => void = () => undefined,
): Promise<void> {
  await lockFacts(client);
  // The audit of identity stays: it says which links are undone.
  await client.query(FACT_TABLES.map((table) => `DELETE FROM ${table}`).join('; '));
  // The events of a shopper and of a session come one after the other, so that each
  // page ends few of them early.
  await client.query(
    `DECLARE all_events NO SCROLL CURSOR FOR
     SELECT ${SELECT_FACT_ROW} FROM clickstream_events ORDER BY ${SHOPPER_SQL}, session_id, event_id`,
  );
  for (let events = 0; ;) {
    const { rows } = await client.query<FactRow>(`FETCH ${PAGE_EVENTS} FROM all_events`);
    if (rows.length === 0) break;
    const deltas = new FactDeltas();
    for (const row of rows) deltas.add(row);
    await writeFacts(client, deltas);
    events += rows.length;
    onProgress(events);
  }
  await client.query('UPDATE facts_state SET version = $1', [FACTS_VERSION]);
}
