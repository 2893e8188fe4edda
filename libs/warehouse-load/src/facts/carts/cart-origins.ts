import type { CARTS, RowOf } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { byIndex } from '../input/by-index';
import type { CartRow } from './build-cart-row';

/** A cart's device, channel and login state, by the session in which it was begun. */
type CartOrigin = Pick<RowOf<typeof CARTS.columns>, 'device' | 'channel' | 'login_state'>;

const UNKNOWN: CartOrigin = { device: null, channel: null, login_state: null };

/** Reads the origins of carts from these sessions, which must have been written before. */
export async function cartOrigins(
  client: ClientBase,
  sessionIds: readonly string[],
): Promise<(cart: CartRow) => CartOrigin> {
  if (sessionIds.length === 0) return () => UNKNOWN;
  const rows = await byIndex<CartOrigin & { session_id: string }>(
    client,
    'SELECT session_id, device, channel, login_state FROM sessions WHERE session_id = ANY($1)',
    [[...new Set(sessionIds)]],
  );
  const bySession = new Map(rows.map(({ session_id, ...origin }) => [session_id, origin]));
  return ({ session_id }) => bySession.get(session_id ?? '') ?? UNKNOWN;
}

/**
 * Updates the carts that were begun in these sessions: a late event may change the landing or the
 * device, and a sign-in changes the login state.
 */
export async function renewCartOrigins(client: ClientBase, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  await byIndex(
    client,
    `UPDATE carts SET device = s.device, channel = s.channel, login_state = s.login_state
     FROM sessions s
     WHERE carts.session_id = ANY($1) AND s.session_id = carts.session_id
       AND (carts.device, carts.channel, carts.login_state) IS DISTINCT FROM (s.device, s.channel, s.login_state)`,
    [sessionIds],
  );
}
