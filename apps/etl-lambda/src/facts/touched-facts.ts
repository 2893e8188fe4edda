import { isCartEvent, shopperOf } from './cart-event';
import { FactGains } from './fact-gains';
import { hourOf, type FactRow } from './fact-row';
import { isOrderEvent, orderKeyOf } from './order-gains';

/** The rows of facts that some events have part in, by what they are known by. */
export class TouchedFacts {
  readonly hours = new Set<string>();
  readonly products = new Set<string>();
  readonly orders = new Set<string>();
  readonly sessions = new Set<string>();
  readonly shoppers = new Set<string>();
  readonly clients = new Set<string>();
  readonly users = new Set<string>();

  constructor(rows: readonly FactRow[]) {
    for (const row of rows) {
      const { client_id: client, user_id: user, session_id: session, context_product_id: product } = row;
      this.hours.add(hourOf(row));
      if (product !== null) this.products.add(product);
      if (row.event_name === 'checkout_complete') for (const { id } of row.items ?? []) this.products.add(id);
      if (isOrderEvent(row)) this.orders.add(orderKeyOf(row));
      if (session !== null) this.sessions.add(session);
      const shopper = shopperOf(row);
      if (isCartEvent(row) && shopper !== null) this.shoppers.add(shopper);
      if (client === null || user === null) continue;
      this.clients.add(client);
      this.users.add(user);
    }
  }

  /** What events tell of these facts, without sessions and carts. */
  gainsOf(rows: readonly FactRow[]): FactGains {
    const gains = new FactGains();
    for (const row of rows) {
      const hour = hourOf(row);
      if (this.hours.has(hour)) gains.addToHour(row, hour);
      gains.addSightings(row);
      if (isOrderEvent(row) && this.orders.has(orderKeyOf(row))) gains.orders.add(row);
      if (this.hasLinkOf(row)) gains.identity.add(row);
    }
    for (const id of gains.sightings.keys()) if (!this.products.has(id)) gains.sightings.delete(id);
    return gains;
  }

  /** A few links too many are no harm: all of their events are read. */
  private hasLinkOf({ client_id, user_id }: FactRow): boolean {
    return client_id !== null && user_id !== null && this.clients.has(client_id) && this.users.has(user_id);
  }
}
