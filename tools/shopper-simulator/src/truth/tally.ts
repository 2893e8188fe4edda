import type { SessionFacts } from './session-facts';
import type { SimulatedEvent } from '../visits/visit';

/** Funnel of the sessions: those that did each step, or a later one, after a product view. */
export interface Funnel {
  productView: number;
  addToCart: number;
  checkout: number;
  order: number;
}

/** Numbers of one group of traffic. Money in whole VND. */
export interface Tally {
  /** Events that happened, whenever their session began. */
  events: number;
  pageViews: number;
  orders: number;
  revenue: number;
  /** Sessions that began. */
  sessions: number;
  readonly funnel: Funnel;
}

/** An empty tally. */
export function emptyTally(): Tally {
  return {
    events: 0,
    pageViews: 0,
    orders: 0,
    revenue: 0,
    sessions: 0,
    funnel: { productView: 0, addToCart: 0, checkout: 0, order: 0 },
  };
}

/** Counts an event into a tally. */
export function countEvent(tally: Tally, event: SimulatedEvent): void {
  tally.events += 1;
  if (event.eventName === 'page_view') tally.pageViews += 1;
  if (event.eventName === 'checkout_complete') {
    tally.orders += 1;
    tally.revenue += event.order.revenue;
  }
}

/** Counts a session into a tally. */
export function countSession(tally: Tally, { funnelSteps }: SessionFacts): void {
  tally.sessions += 1;
  if (funnelSteps >= 1) tally.funnel.productView += 1;
  if (funnelSteps >= 2) tally.funnel.addToCart += 1;
  if (funnelSteps >= 3) tally.funnel.checkout += 1;
  if (funnelSteps >= 4) tally.funnel.order += 1;
}
