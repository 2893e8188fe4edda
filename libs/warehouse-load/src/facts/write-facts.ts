import { ACTIVITY_HOURLY } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import type { ActivityDelta, FactDeltas } from './fact-deltas';
import { deltaArrays, upsertSql, type DeltaValues } from '../copy/upsert';
import { INDEXES_ONLY } from './input/by-index';
import { renewCartOrigins } from './carts/cart-origins';
import { writeCarts } from './carts/write-carts';
import { writeLists } from './lists/write-lists';
import { writeIdentity } from './identity/write-identity';
import { writeOrders } from './orders/write-orders';
import { writeProducts } from './products/write-products';
import { writeRefunds } from './orders/write-refunds';
import { writeSenderFaults } from './senders/write-sender-faults';
import { knownBefore } from './sessions/session-changes';
import { writeSessions } from './sessions/write-sessions';
import { TouchedOrders } from './touches/touched-orders';

/** Writers of facts take turns: sessions are computed from what is committed. */
const FACTS_LOCK = 7_215_002;

/** Waits until no other transaction changes facts, and makes others wait until this one ends. */
export async function lockFacts(client: ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [FACTS_LOCK]);
}

/** Brings the facts up to date with events whose rows this transaction has inserted. */
export async function writeFacts(client: ClientBase, deltas: FactDeltas): Promise<void> {
  const touched = new TouchedOrders();
  await writeDeltas(client, deltas, touched);
  await touched.renew(client);
}

/**
 * The same but for the visits of orders. From here on the transaction reads facts by indexes only.
 *
 * @param touched gets the orders whose visits must be renewed
 */
export async function writeDeltas(
  client: ClientBase,
  deltas: FactDeltas,
  touched: TouchedOrders,
): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock($1), ${INDEXES_ONLY}`, [FACTS_LOCK]);
  await addActivity(client, deltas.activity);
  await writeProducts(client, deltas.products);
  await writeLists(client, deltas.lists.all);
  const sessions = await writeSessions(client, deltas.sessions);
  const links = await writeIdentity(client, deltas.identity.all);
  await writeRefunds(client, deltas.refunds.all);
  await writeSenderFaults(client, deltas.senderFaults.all);
  const repeated = await writeOrders(client, deltas.orders.all);
  await writeCarts(client, deltas.shoppers, repeated, sessions);
  await renewCartOrigins(client, knownBefore(sessions.changes));
  touched.addOrders([...deltas.orders.all, ...deltas.refunds.all].map(({ orderId }) => orderId));
  touched.addSessions(sessions.changes);
  for (const link of links) touched.addPeriod(link.client_id, link);
  touched.addBuyers(links.flatMap(({ new_user }) => new_user ?? []));
}

const ACTIVITY = {
  hour: ({ hour }) => hour,
  event_name: ({ eventName }) => eventName,
  login_state: ({ loginState }) => loginState,
  is_bot: ({ isBot }) => isBot,
  is_staff: ({ isStaff }) => isStaff,
  events: ({ events }) => events,
} satisfies Required<DeltaValues<typeof ACTIVITY_HOURLY, ActivityDelta>>;

const ADD_ACTIVITY = upsertSql(
  ACTIVITY_HOURLY,
  Object.keys(ACTIVITY),
  'events = kept.events + excluded.events',
);

async function addActivity(client: ClientBase, deltas: readonly ActivityDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  await client.query(ADD_ACTIVITY, deltaArrays(ACTIVITY, deltas));
}
