import type { Product } from '@clickstream/event-schema';
import type { SimulatedEvent } from '../visits/visit';

/** Tally of one product. */
export interface ProductTally {
  readonly id: string;
  readonly name: string;
  views: number;
  /** Clicks on "Add to cart", whatever the quantity. */
  addToCarts: number;
  unitsOrdered: number;
  /** Amount paid for the ordered units, in whole VND, without delivery. */
  revenue: number;
}

/** Counts an event for the products that it is about. */
export function countProducts(tallies: Map<string, ProductTally>, event: SimulatedEvent): void {
  if (event.eventName === 'product_view') tallyOf(tallies, event.product).views += 1;
  if (event.eventName === 'add_to_cart_click') tallyOf(tallies, event.product).addToCarts += 1;
  if (event.eventName === 'checkout_complete') {
    for (const item of event.order.items ?? []) {
      const tally = tallyOf(tallies, item);
      const quantity = item.quantity ?? 1;
      tally.unitsOrdered += quantity;
      tally.revenue += quantity * (item.discountPrice ?? item.price ?? 0);
    }
  }
}

/** Products by views, the most viewed first, then by id. */
export function topProducts(tallies: ReadonlyMap<string, ProductTally>): ProductTally[] {
  return [...tallies.values()].sort((a, b) => b.views - a.views || (a.id < b.id ? -1 : 1));
}

function tallyOf(tallies: Map<string, ProductTally>, { id, name }: Product): ProductTally {
  const known = tallies.get(id);
  if (known) return known;
  const tally = { id, name: name ?? id, views: 0, addToCarts: 0, unitsOrdered: 0, revenue: 0 };
  tallies.set(id, tally);
  return tally;
}
