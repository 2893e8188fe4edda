import type { ClientBase } from 'pg';
import { isoSql } from '../input/fact-row';
import type { IdentityDelta } from './identity-deltas';

/** A link that is new, or reaches further than before. */
export interface LinkChange {
  readonly client_id: string;
  /** The user of a new link; null of one that was known. */
  readonly new_user: string | null;
  /**
   * The time within which it may have changed who is behind the browser. It begins after `since`,
   * at minus infinity where an anonymous stretch before the first link has got another user.
   */
  readonly since: string;
  readonly until: string;
}

/**
 * A browser's first users decide about all of its time: whether it is one person's, and whose
 * what went before is. Who comes later decides about their own time alone. A link that was ever
 * undone counts for none.
 */
const IS_AMONG_FIRST = `(SELECT count(*) < 2 OR coalesce(link.first_at <= min(other.first_at), true)
  FROM identity_links other
  WHERE other.client_id = link.client_id AND other.user_id <> link.user_id
    AND NOT EXISTS (SELECT FROM identity_audit a
      WHERE a.client_id = other.client_id AND a.user_id = other.user_id AND a.action = 'undone'))`;

const WRITE = `
  WITH delta AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::integer[], $6::uuid[])
      AS delta (client_id, user_id, first_at, last_at, events, event_id)
  ), link AS (
    INSERT INTO identity_links AS kept (client_id, user_id, first_at, last_at, events)
    SELECT client_id, user_id, first_at, last_at, events FROM delta ORDER BY 1, 2
    ON CONFLICT (client_id, user_id) DO UPDATE
    SET first_at = least(kept.first_at, excluded.first_at), last_at = greatest(kept.last_at, excluded.last_at),
      events = kept.events + excluded.events
    RETURNING new.*, old.first_at AS first_before, old.last_at AS last_before
  ), audited AS (
    INSERT INTO identity_audit (client_id, user_id, nth, action, event_id)
    SELECT client_id, user_id, 1, 'made', event_id FROM delta ORDER BY 1, 2
    ON CONFLICT (client_id, user_id, nth) DO NOTHING
  ), change AS MATERIALIZED (
    SELECT *, first_before IS NULL AS is_new, first_before IS NULL AND ${IS_AMONG_FIRST} AS is_first
    FROM link
    WHERE first_before IS NULL OR first_at < first_before OR last_at > last_before
  )
  SELECT client_id, CASE WHEN is_new THEN user_id END AS new_user,
    CASE
      WHEN is_first OR first_at < first_before THEN '-infinity'
      ELSE ${isoSql("coalesce(last_before, first_at - interval '1 ms')")}
    END AS since,
    CASE
      WHEN is_first THEN 'infinity'
      ELSE ${isoSql('(CASE WHEN last_at > last_before OR is_new THEN last_at ELSE first_before END)')}
    END AS until
  FROM change`;

/**
 * Updates the links between browsers and users by new events, and adds a row of audit for each link
 * that is new. A link that was undone is updated like the others and stays undone.
 */
export async function writeIdentity(
  client: ClientBase,
  deltas: readonly IdentityDelta[],
): Promise<readonly LinkChange[]> {
  if (deltas.length === 0) return [];
  const { rows } = await client.query<LinkChange>(WRITE, [
    deltas.map(({ clientId }) => clientId),
    deltas.map(({ userId }) => userId),
    deltas.map(({ first }) => first.event_timestamp),
    deltas.map(({ last }) => last.event_timestamp),
    deltas.map(({ events }) => events),
    deltas.map(({ first }) => first.event_id),
  ]);
  return rows;
}
