import type { CARTS, RowOf } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import type { SessionChange } from '../sessions/session-changes';
import type { CartRow } from './build-cart-row';

/** A cart's device, channel and login state, by the session in which it was begun. */
type CartOrigin = Pick<RowOf<typeof CARTS.columns>, 'device' | 'channel' | 'login_state'>;

const UNKNOWN: CartOrigin = { device: null, channel: null, login_state: null };

/**
 * Finds the origins of carts by these sessions, which must have been written before.
 *
 * @param changes those of them that need not be read
 */
export async function cartOrigins(
  client: ClientBase,
  sessionIds: readonly string[],
  changes: readonly SessionChange[],
): Promise<(cart: CartRow) => CartOrigin> {
  const bySession = new Map<string, CartOrigin>();
  for (const { after } of changes) if (after) bySession.set(after.session_id, after);
  const others = [...new Set(sessionIds)].filter((id) => !bySession.has(id));
  if (others.length > 0) {
    const { rows } = await client.query<CartOrigin & { session_id: string }>(
      'SELECT session_id, device, channel, login_state FROM sessions WHERE session_id = ANY($1)',
      [others],
    );
    for (const row of rows) bySession.set(row.session_id, row);
  }
  return ({ session_id }) => bySession.get(session_id ?? '') ?? UNKNOWN;
}

/**
 * Updates the carts that were begun in these sessions: a late event may change the landing or the
 * device, and a sign-in changes the login state.
 */
export async function renewCartOrigins(client: ClientBase, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  await client.query(
    `UPDATE carts SET device = s.device, channel = s.channel, login_state = s.login_state
     FROM sessions s
     WHERE carts.session_id = ANY($1) AND s.session_id = carts.session_id
       AND (carts.device, carts.channel, carts.login_state) IS DISTINCT FROM (s.device, s.channel, s.login_state)`,
    [sessionIds],
  );
}
