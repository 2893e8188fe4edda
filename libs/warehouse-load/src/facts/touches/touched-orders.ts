import type { ClientBase } from 'pg';
import type { SessionChange, SessionTraits } from '../sessions/session-changes';

/** A stretch of time on a browser, without its beginning and with its end. */
export interface Period {
  readonly since: string;
  readonly until: string;
}

/** Longer than anything. As texts, both sort where they belong among times. */
export const ALWAYS: Period = { since: '-infinity', until: 'infinity' };

/**
 * Gathers the orders whose visits and credits may have changed, by what has: the orders, their
 * sessions, the links of their buyers.
 */
export class TouchedOrders {
  private readonly orders = new Set<string>();
  private readonly sessions = new Set<string>();
  private readonly buyers = new Set<string>();
  private readonly periods = new Map<string, Period>();

  /** Orders that are new, told once more, refunded, or gone. */
  addOrders(orderIds: Iterable<string>): void {
    for (const id of orderIds) this.orders.add(id);
  }

  /** Orders placed in these sessions, and those that one precedes by 30 days, or did until now. */
  addSessions(changes: readonly SessionChange[]): void {
    for (const { before, after } of changes) {
      // The orders of a new session are new as well.
      if (before) this.sessions.add(before.session_id);
      if (before) this.addPeriodOf(before);
      if (after) this.addPeriodOf(after);
    }
  }

  /** Orders of a browser and of its users that a change in this period can reach. */
  addPeriod(clientId: string, { since, until }: Period): void {
    const known = this.periods.get(clientId);
    const isEarlier = !known || since < known.since;
    const isLater = !known || until > known.until;
    if (!isEarlier && !isLater) return;
    this.periods.set(clientId, {
      since: isEarlier ? since : known.since,
      until: isLater ? until : known.until,
    });
  }

  /** All orders of these users. */
  addBuyers(userIds: Iterable<string>): void {
    for (const id of userIds) this.buyers.add(id);
  }

  /** Computes the visits of these orders again. All other facts must be up to date. */
  async renew(client: ClientBase): Promise<void> {
    const { orders, sessions, periods, buyers } = this;
    if (orders.size + sessions.size + periods.size + buyers.size === 0) return;
    const stretches = [...periods.values()];
    await client.query('SELECT renew_touched_orders($1, $2, $3, $4, $5, $6)', [
      [...orders],
      [...sessions],
      [...periods.keys()],
      stretches.map(({ since }) => since),
      stretches.map(({ until }) => until),
      [...buyers],
    ]);
  }

  private addPeriodOf({ client_id, started_at }: SessionTraits): void {
    if (client_id !== null) this.addPeriod(client_id, { since: started_at, until: started_at });
  }
}

/** Computes the visits of all orders again. */
export async function renewAllOrderTouches(client: ClientBase): Promise<void> {
  await client.query('SELECT renew_order_touches(array_agg(order_id)) FROM orders');
}
