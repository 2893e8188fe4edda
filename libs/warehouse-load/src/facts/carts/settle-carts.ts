import type { ClientBase } from 'pg';
import { CART_EVENT_COLUMNS, IS_CART_EVENT, SHOPPER_SQL, type CartEvent } from './cart-event';
import { columnsOf } from '../input/fact-row';
import { settledEvents } from '../input/settled-events';

/** Cart events by shopper. */
export type CartStreams = ReadonlyMap<string, readonly CartEvent[]>;

/**
 * Adds the shoppers of these sessions: a new event of a session may have moved the times of its
 * other events.
 */
export async function withShoppersOf(
  client: ClientBase,
  given: CartStreams,
  sessions: ReadonlySet<string>,
): Promise<CartStreams> {
  if (sessions.size === 0) return given;
  const { rows } = await client.query<{ shopper: string }>(
    `SELECT DISTINCT ${SHOPPER_SQL} AS shopper FROM clickstream_events WHERE session_id = ANY($1) AND ${IS_CART_EVENT}`,
    [[...sessions]],
  );
  const shoppers = new Map(given);
  for (const { shopper } of rows) if (!shoppers.has(shopper)) shoppers.set(shopper, []);
  return shoppers;
}

const SELECT_SETTLED = `SELECT ${columnsOf(['event_id', 'event_timestamp'])}
  FROM ${settledEvents(CART_EVENT_COLUMNS)} WHERE ${IS_CART_EVENT}`;

/** The same events, with settled times for those of these sessions. */
export async function settled(
  client: ClientBase,
  streams: CartStreams,
  sessions: ReadonlySet<string>,
): Promise<CartStreams> {
  if (sessions.size === 0) return streams;
  const { rows } = await client.query<Pick<CartEvent, 'event_id' | 'event_timestamp'>>(SELECT_SETTLED, [
    [...sessions],
  ]);
  const times = new Map(rows.map(({ event_id, event_timestamp }) => [event_id, event_timestamp]));
  const settle = (event: CartEvent): CartEvent => {
    const time = times.get(event.event_id);
    return time === undefined ? event : { ...event, event_timestamp: time };
  };
  return new Map([...streams].map(([shopper, events]) => [shopper, events.map(settle)]));
}
