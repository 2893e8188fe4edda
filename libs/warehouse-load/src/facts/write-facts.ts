import type { ClientBase } from 'pg';
import type { ActivityGain, FactGains, ProductGain, ProductSighting } from './fact-deltas';
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

async function addActivity(client: ClientBase, gains: readonly ActivityGain[]): Promise<void> {
  if (gains.length === 0) return;
  await client.query(
    `INSERT INTO activity_hourly AS kept (hour, event_name, login_state, is_bot, is_staff, events)
     SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::boolean[], $5::boolean[], $6::integer[]) AS gain
     ORDER BY 1, 2, 3, 4, 5
     ON CONFLICT (hour, event_name, login_state, is_bot, is_staff) DO UPDATE SET events = kept.events + excluded.events`,
    [
      gains.map(({ hour }) => hour),
      gains.map(({ eventName }) => eventName),
      gains.map(({ loginState }) => loginState),
      gains.map(({ isBot }) => isBot),
      gains.map(({ isStaff }) => isStaff),
      gains.map(({ events }) => events),
    ],
  );
}

async function addProducts(client: ClientBase, gains: readonly ProductGain[]): Promise<void> {
  if (gains.length === 0) return;
  await client.query(
    `INSERT INTO products_hourly AS kept (hour, product_id, login_state, is_bot, is_staff, views, add_to_carts)
     SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::boolean[], $5::boolean[], $6::integer[],
       $7::integer[]) AS gain
     ORDER BY 1, 2, 3, 4, 5
     ON CONFLICT (hour, product_id, login_state, is_bot, is_staff) DO UPDATE
     SET views = kept.views + excluded.views, add_to_carts = kept.add_to_carts + excluded.add_to_carts`,
    [
      gains.map(({ hour }) => hour),
      gains.map(({ productId }) => productId),
      gains.map(({ loginState }) => loginState),
      gains.map(({ isBot }) => isBot),
      gains.map(({ isStaff }) => isStaff),
      gains.map(({ views }) => views),
      gains.map(({ addToCarts }) => addToCarts),
    ],
  );
}

/** A product is described by the latest event that names it, whenever that arrives. */
async function noteProducts(client: ClientBase, sightings: readonly ProductSighting[]): Promise<void> {
  if (sightings.length === 0) return;
  await client.query(
    `INSERT INTO products AS kept (product_id, product_name, category, brand, price, seen_at, seen_sequence, seen_event_id)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::numeric[], $6::timestamptz[],
       $7::integer[], $8::uuid[])
       AS seen (product_id, product_name, category, brand, price, seen_at, seen_sequence, seen_event_id)
     ORDER BY product_id
     ON CONFLICT (product_id) DO UPDATE
     SET product_name = excluded.product_name, category = excluded.category, brand = excluded.brand,
       price = excluded.price, seen_at = excluded.seen_at, seen_sequence = excluded.seen_sequence,
       seen_event_id = excluded.seen_event_id
     WHERE (excluded.seen_at, coalesce(excluded.seen_sequence, -1), excluded.seen_event_id) >
       (kept.seen_at, coalesce(kept.seen_sequence, -1), kept.seen_event_id)`,
    [
      sightings.map(({ id }) => id),
      sightings.map(({ name }) => name),
      sightings.map(({ category }) => category),
      sightings.map(({ brand }) => brand),
      sightings.map(({ price }) => price),
      sightings.map(({ row }) => row.event_timestamp),
      sightings.map(({ row }) => row.sequence),
      sightings.map(({ row }) => row.event_id),
    ],
  );
}
