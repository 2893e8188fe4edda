import { ACTIVITY_HOURLY, PRODUCTS, PRODUCTS_HOURLY } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import type { ActivityGain, FactGains, ProductGain, ProductSighting } from './fact-deltas';
import { deltaArrays, upsertSql, type DeltaValues } from './upsert';
import { writeCarts } from './carts/write-carts';
import { writeIdentity } from './identity/write-identity';
import { writeOrders } from './orders/write-orders';
import { writeRefunds } from './orders/write-refunds';
import { writeSenderFaults } from './senders/write-sender-faults';
import { writeSessions } from './sessions/write-sessions';

/** Whoever changes facts does so one after the other: sessions are computed from what is committed. */
const FACTS_LOCK = 7_215_002;

/** Waits until no other transaction changes facts, and keeps others waiting until this one ends. */
export async function lockFacts(client: ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [FACTS_LOCK]);
}

/** Brings the facts up to date with events whose rows this transaction has inserted. */
export async function writeFacts(client: ClientBase, gains: FactGains): Promise<void> {
  await lockFacts(client);
  await addActivity(client, gains.activity);
  await addProducts(client, [...gains.products.values()]);
  await noteProducts(client, [...gains.sightings.values()]);
  const corrected = await writeSessions(client, gains.visits);
  await writeIdentity(client, gains.identity.all);
  await writeRefunds(client, gains.refunds.all);
  await writeSenderFaults(client, gains.senderFaults.all);
  const repeated = await writeOrders(client, gains.orders.all);
  await writeCarts(client, gains.shoppers, repeated, corrected);
}

const ACTIVITY = {
  hour: ({ hour }) => hour,
  event_name: ({ eventName }) => eventName,
  login_state: ({ loginState }) => loginState,
  is_bot: ({ isBot }) => isBot,
  is_staff: ({ isStaff }) => isStaff,
  events: ({ events }) => events,
} satisfies Required<DeltaValues<typeof ACTIVITY_HOURLY, ActivityGain>>;

const ADD_ACTIVITY = upsertSql(
  ACTIVITY_HOURLY,
  Object.keys(ACTIVITY),
  'events = kept.events + excluded.events',
);

async function addActivity(client: ClientBase, gains: readonly ActivityGain[]): Promise<void> {
  if (gains.length === 0) return;
  await client.query(ADD_ACTIVITY, deltaArrays(ACTIVITY, gains));
}

const PRODUCT_HOUR = {
  hour: ({ hour }) => hour,
  product_id: ({ productId }) => productId,
  login_state: ({ loginState }) => loginState,
  is_bot: ({ isBot }) => isBot,
  is_staff: ({ isStaff }) => isStaff,
  views: ({ views }) => views,
  add_to_carts: ({ addToCarts }) => addToCarts,
} satisfies Required<DeltaValues<typeof PRODUCTS_HOURLY, ProductGain>>;

const ADD_PRODUCTS = upsertSql(
  PRODUCTS_HOURLY,
  Object.keys(PRODUCT_HOUR),
  'views = kept.views + excluded.views, add_to_carts = kept.add_to_carts + excluded.add_to_carts',
);

async function addProducts(client: ClientBase, gains: readonly ProductGain[]): Promise<void> {
  if (gains.length === 0) return;
  await client.query(ADD_PRODUCTS, deltaArrays(PRODUCT_HOUR, gains));
}

const OBSERVED = {
  product_id: ({ id }) => id,
  product_name: ({ name }) => name,
  category: ({ category }) => category,
  brand: ({ brand }) => brand,
  price: ({ price }) => price,
  seen_at: ({ row }) => row.event_timestamp,
  seen_sequence: ({ row }) => row.sequence,
  seen_event_id: ({ row }) => row.event_id,
} satisfies Required<DeltaValues<typeof PRODUCTS, ProductSighting>>;

const placeOf = (row: string) => `(${row}.seen_at, coalesce(${row}.seen_sequence, -1), ${row}.seen_event_id)`;

const NOTE_PRODUCTS = upsertSql(
  PRODUCTS,
  Object.keys(OBSERVED),
  `${Object.keys(OBSERVED)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')} WHERE ${placeOf('excluded')} > ${placeOf('kept')}`,
);

/** A product is described by the latest event that names it, whenever that arrives. */
async function noteProducts(client: ClientBase, sightings: readonly ProductSighting[]): Promise<void> {
  if (sightings.length === 0) return;
  await client.query(NOTE_PRODUCTS, deltaArrays(OBSERVED, sightings));
}
