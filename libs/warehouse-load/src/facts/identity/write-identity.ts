import type { ClientBase } from 'pg';
import type { IdentityDelta } from './identity-deltas';

/**
 * Updates the links between browsers and users by new events, and adds a row of audit for each link
 * that is new. A link that was undone is updated like the others and stays undone.
 */
export async function writeIdentity(client: ClientBase, deltas: readonly IdentityDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  await client.query(
    `WITH delta AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::integer[], $6::uuid[])
         AS delta (client_id, user_id, first_at, last_at, events, event_id)
     ), link AS (
       INSERT INTO identity_links AS kept (client_id, user_id, first_at, last_at, events)
       SELECT client_id, user_id, first_at, last_at, events FROM delta ORDER BY 1, 2
       ON CONFLICT (client_id, user_id) DO UPDATE
       SET first_at = least(kept.first_at, excluded.first_at), last_at = greatest(kept.last_at, excluded.last_at),
         events = kept.events + excluded.events
     )
     INSERT INTO identity_audit (client_id, user_id, nth, action, event_id)
     SELECT client_id, user_id, 1, 'made', event_id FROM delta ORDER BY 1, 2
     ON CONFLICT (client_id, user_id, nth) DO NOTHING`,
    [
      deltas.map(({ clientId }) => clientId),
      deltas.map(({ userId }) => userId),
      deltas.map(({ first }) => first.event_timestamp),
      deltas.map(({ last }) => last.event_timestamp),
      deltas.map(({ events }) => events),
      deltas.map(({ first }) => first.event_id),
    ],
  );
}
