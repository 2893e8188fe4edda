import { isCartEvent, shopperOf } from './carts/cart-event';
import { countedLoginState, hourOf, isBefore, type FactRow } from './input/fact-row';
import { IdentityGains } from './identity/identity-deltas';
import { OrderGains } from './orders/order-deltas';
import { RefundGains } from './orders/refund-deltas';
import { SenderFaultGains } from './senders/sender-fault-deltas';
import { Visit } from './sessions/session-builder';

/** What new events add to one row of activity_hourly. */
export interface ActivityGain {
  readonly hour: string;
  readonly eventName: string;
  readonly loginState: string;
  readonly isBot: boolean;
  readonly isStaff: boolean;
  events: number;
}

/** What new events add to one row of products_hourly. */
export interface ProductGain {
  readonly hour: string;
  readonly productId: string;
  readonly loginState: string;
  readonly isBot: boolean;
  readonly isStaff: boolean;
  views: number;
  addToCarts: number;
}

/** The latest that new events tell about a product. */
export interface ProductSighting {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly brand: string | null;
  readonly price: number | null;
  readonly row: FactRow;
}

/** What new events change in the facts, gathered so that each row of the facts is touched once. */
export class FactGains {
  readonly products = new Map<string, ProductGain>();
  readonly sightings = new Map<string, ProductSighting>();
  readonly visits = new Map<string, Visit>();
  readonly orders = new OrderGains();
  readonly refunds = new RefundGains();
  readonly identity = new IdentityGains();
  readonly senderFaults = new SenderFaultGains();
  /** Events of carts by shopper. */
  readonly shoppers = new Map<string, FactRow[]>();
  private readonly activityByHour = new Map<string, Map<string, ActivityGain[]>>();

  get activity(): ActivityGain[] {
    return [...this.activityByHour.values()].flatMap((byName) => [...byName.values()].flat());
  }

  /** Adds an event whose row is new. */
  add(row: FactRow): void {
    const hour = hourOf(row);
    this.addToHour(row, hour);
    this.addSightings(row);
    this.orders.add(row);
    this.refunds.add(row);
    this.identity.add(row);
    this.senderFaults.add(row);
    this.addCartEvent(row);
    if (row.session_id === null) return;
    const visit = this.visits.get(row.session_id);
    if (visit) visit.add(row);
    else this.visits.set(row.session_id, new Visit(row.session_id, row));
  }

  /** Adds an event to its hour alone. */
  addToHour(row: FactRow, hour: string): void {
    this.addActivity(row, hour);
    this.addProducts(row, hour);
  }

  /** Adds what an event tells about products, and nothing else. */
  addSightings(row: FactRow): void {
    const { event_name: eventName, context_product_id: id, context_product_name: name } = row;
    if (id !== null) {
      const { context_product_category, context_product_brand, context_product_price } = row;
      this.see(id, name, context_product_category, context_product_brand, context_product_price, row);
    }
    if (eventName !== 'checkout_complete') return;
    for (const item of row.items ?? []) {
      const { name, category, brand, price } = item;
      this.see(item.id, name ?? null, category ?? null, brand ?? null, price ?? null, row);
    }
  }

  private addCartEvent(row: FactRow): void {
    if (!isCartEvent(row)) return;
    const shopper = shopperOf(row);
    if (shopper === null) return;
    const events = this.shoppers.get(shopper);
    if (events) events.push(row);
    else this.shoppers.set(shopper, [row]);
  }

  private addActivity(row: FactRow, hour: string): void {
    let byName = this.activityByHour.get(hour);
    if (!byName) this.activityByHour.set(hour, (byName = new Map<string, ActivityGain[]>()));
    const { event_name: eventName, is_bot: isBot, is_staff: isStaff } = row;
    let gains = byName.get(eventName);
    if (!gains) byName.set(eventName, (gains = []));
    const loginState = countedLoginState(row);
    const gain = gains.find(
      (each) => each.loginState === loginState && each.isBot === isBot && each.isStaff === isStaff,
    );
    if (gain) gain.events += 1;
    else gains.push({ hour, eventName, loginState, isBot, isStaff, events: 1 });
  }

  private addProducts(row: FactRow, hour: string): void {
    const { event_name: eventName, context_product_id: id } = row;
    if (id === null) return;
    if (eventName === 'product_view') this.productGain(row, hour, id).views += 1;
    else if (eventName === 'add_to_cart_click') this.productGain(row, hour, id).addToCarts += 1;
  }

  private productGain(row: FactRow, hour: string, productId: string): ProductGain {
    const loginState = countedLoginState(row);
    const { is_bot: isBot, is_staff: isStaff } = row;
    const key = `${hour}|${loginState}|${isBot}|${isStaff}|${productId}`;
    let gain = this.products.get(key);
    if (!gain) {
      gain = { hour, productId, loginState, isBot, isStaff, views: 0, addToCarts: 0 };
      this.products.set(key, gain);
    }
    return gain;
  }

  /** Of one event's own product and the lines of its order, the last tells. */
  private see(
    id: string,
    name: string | null,
    category: string | null,
    brand: string | null,
    price: number | null,
    row: FactRow,
  ): void {
    if (name === null) return;
    const before = this.sightings.get(id);
    if (before && isBefore(row, before.row)) return;
    this.sightings.set(id, { id, name, category, brand, price, row });
  }
}
