import { isCartEvent, shopperOf } from './carts/cart-event';
import { FactDeltas } from './fact-deltas';
import { hourOf, type FactRow } from './input/fact-row';
import { isOrderEvent, orderKeyOf } from './orders/order-deltas';

/** The keys of the rows of facts that some events belong to. */
export class TouchedFacts {
  readonly hours = new Set<string>();
  readonly orders = new Set<string>();
  readonly sessions = new Set<string>();
  /** The owners of carts with these events. */
  readonly shoppers = new Set<string>();
  readonly clients = new Set<string>();
  readonly users = new Set<string>();
  /**
   * Without the products to describe again, which the events alone do not show: the caller adds
   * those.
   */
  readonly products = new Set<string>();

  constructor(rows: readonly FactRow[]) {
    for (const row of rows) {
      const { client_id: client, user_id: user, session_id: session } = row;
      this.hours.add(hourOf(row));
      if (isOrderEvent(row)) this.orders.add(orderKeyOf(row));
      if (session !== null) this.sessions.add(session);
      const shopper = shopperOf(row);
      if (isCartEvent(row) && shopper !== null) this.shoppers.add(shopper);
      if (client === null || user === null) continue;
      this.clients.add(client);
      this.users.add(user);
    }
  }

  /** True when it holds more than hours, sessions and carts. */
  get hasOthers(): boolean {
    return this.orders.size + this.clients.size + this.products.size > 0;
  }

  /** Deltas of these hours. */
  hourDeltasOf(rows: readonly FactRow[]): FactDeltas {
    const deltas = new FactDeltas();
    for (const row of rows) {
      const hour = hourOf(row);
      if (this.hours.has(hour)) deltas.addToHour(row, hour);
    }
    return deltas;
  }

  /** Deltas of these orders, links and products. */
  otherDeltasOf(rows: readonly FactRow[]): FactDeltas {
    const deltas = new FactDeltas();
    for (const row of rows) {
      deltas.products.observe(row);
      if (isOrderEvent(row) && this.orders.has(orderKeyOf(row))) {
        deltas.orders.add(row);
        deltas.refunds.add(row);
      }
      if (this.hasLinkOf(row)) deltas.identity.add(row);
    }
    const { observations } = deltas.products;
    for (const id of observations.keys()) if (!this.products.has(id)) observations.delete(id);
    return deltas;
  }

  /** True when an event completes one of these orders. */
  isCompletion(row: FactRow): boolean {
    return row.event_name === 'checkout_complete' && this.orders.has(orderKeyOf(row));
  }

  /** A few links too many do no harm: all of their events are read. */
  private hasLinkOf({ client_id, user_id }: FactRow): boolean {
    return client_id !== null && user_id !== null && this.clients.has(client_id) && this.users.has(user_id);
  }
}
