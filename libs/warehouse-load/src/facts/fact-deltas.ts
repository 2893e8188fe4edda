import { isCartEvent, shopperOf } from './carts/cart-event';
import { countedLoginState, hourOf, type FactRow } from './input/fact-row';
import { IdentityDeltas } from './identity/identity-deltas';
import { ListDeltas } from './lists/list-deltas';
import { OrderDeltas } from './orders/order-deltas';
import { RefundDeltas } from './orders/refund-deltas';
import { ProductDeltas } from './products/product-deltas';
import { SenderFaultDeltas } from './senders/sender-fault-deltas';
import { SessionBuilder } from './sessions/session-builder';

/** Delta of one row of activity_hourly. */
export interface ActivityDelta {
  readonly hour: string;
  readonly eventName: string;
  readonly loginState: string;
  readonly isBot: boolean;
  readonly isStaff: boolean;
  events: number;
}

/** Deltas of all facts, gathered so that each row of the facts is touched once. */
export class FactDeltas {
  readonly products = new ProductDeltas();
  readonly lists = new ListDeltas();
  readonly sessions = new Map<string, SessionBuilder>();
  readonly orders = new OrderDeltas();
  readonly refunds = new RefundDeltas();
  readonly identity = new IdentityDeltas();
  readonly senderFaults = new SenderFaultDeltas();
  /** Events of carts by shopper. */
  readonly shoppers = new Map<string, FactRow[]>();
  private readonly activityByHour = new Map<string, Map<string, ActivityDelta[]>>();

  get activity(): ActivityDelta[] {
    return [...this.activityByHour.values()].flatMap((byName) => [...byName.values()].flat());
  }

  /** Adds an event whose row is new. */
  add(row: FactRow): void {
    const hour = hourOf(row);
    this.addToHour(row, hour);
    this.products.observe(row);
    this.orders.add(row);
    this.refunds.add(row);
    this.identity.add(row);
    this.senderFaults.add(row);
    this.addCartEvent(row);
    if (row.session_id === null) return;
    const session = this.sessions.get(row.session_id);
    if (session) session.add(row);
    else this.sessions.set(row.session_id, new SessionBuilder(row.session_id, row));
  }

  /** Adds an event to its hour only. */
  addToHour(row: FactRow, hour: string): void {
    this.addActivity(row, hour);
    this.products.addToHour(row, hour);
    this.lists.addToHour(row, hour);
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
    if (!byName) this.activityByHour.set(hour, (byName = new Map<string, ActivityDelta[]>()));
    const { event_name: eventName, is_bot: isBot, is_staff: isStaff } = row;
    let deltas = byName.get(eventName);
    if (!deltas) byName.set(eventName, (deltas = []));
    const loginState = countedLoginState(row);
    const delta = deltas.find(
      (each) => each.loginState === loginState && each.isBot === isBot && each.isStaff === isStaff,
    );
    if (delta) delta.events += 1;
    else deltas.push({ hour, eventName, loginState, isBot, isStaff, events: 1 });
  }
}
