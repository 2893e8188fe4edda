import type { ClientBase } from 'pg';
import { SHOPPER_SQL } from './carts/cart-event';
import { FactDeltas } from './fact-deltas';
import { SELECT_FACT_ROW, type FactRow } from './input/fact-row';
import { renewAllOrderTouches, TouchedOrders } from './touches/touched-orders';
import { lockFacts, writeDeltas } from './write-facts';

/** The tables of facts, all of which are computed from events only. */
export const FACT_TABLES = [
  'activity_hourly',
  'products_hourly',
  'lists_hourly',
  'products',
  'sessions',
  // By triggers of sessions.
  'visits_hourly',
  'repeat_visits',
  'carts',
  'cart_shoppers',
  'orders',
  'order_touches',
  'refunds',
  'identity_links',
  'sender_faults',
] as const;

/**
 * The version of the definitions of facts. Raise it when a change gives other facts for old events:
 * the next load then computes all facts again.
 */
export const FACTS_VERSION = 7;

/** Events that are read at once, and written to the facts at once. */
const PAGE_EVENTS = 25_000;

/**
 * Computes all facts again from the events, in the caller's transaction: readers see the old facts
 * until it commits. The result is row for row what the loads kept up to date.
 *
 * @param onProgress called with the number of events read so far
 */
export async function rebuildFacts(
  client: ClientBase,
  onProgress: (events: number) => void = () => undefined,
): Promise<void> {
  await lockFacts(client);
  // The audit of identity stays: it records which links are undone.
  await client.query(FACT_TABLES.map((table) => `DELETE FROM ${table}`).join('; '));
  // The events of a shopper and of a session are adjacent, so that few of them are split across
  // pages.
  await client.query(
    `DECLARE all_events NO SCROLL CURSOR FOR
     SELECT ${SELECT_FACT_ROW} FROM clickstream_events ORDER BY ${SHOPPER_SQL}, session_id, event_id`,
  );
  for (let events = 0; ;) {
    const { rows } = await client.query<FactRow>(`FETCH ${PAGE_EVENTS} FROM all_events`);
    if (rows.length === 0) break;
    const deltas = new FactDeltas();
    for (const row of rows) deltas.add(row);
    await writeDeltas(client, deltas, new TouchedOrders());
    events += rows.length;
    onProgress(events);
  }
  await renewAllOrderTouches(client);
  await client.query('UPDATE facts_state SET version = $1', [FACTS_VERSION]);
}
