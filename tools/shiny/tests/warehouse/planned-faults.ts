import type { EventName } from '@clickstream/event-schema';
import { aCart, anOrder, aProduct } from '@clickstream/event-schema/testing';
import { DESKTOP, plannedEvent, MOBILE } from './received-event';

/** Views of a chair, and how many of them lead to an add to cart. */
interface PlannedChair {
  readonly views: number;
  readonly adds: number;
}

/** Chairs by id: the first is seen, but not bought. */
export const CHAIRS: Readonly<Record<string, PlannedChair>> = {
  'CHAIR-0': { views: 400, adds: 2 },
  'CHAIR-1': { views: 60, adds: 30 },
  'CHAIR-2': { views: 60, adds: 30 },
  'CHAIR-3': { views: 60, adds: 30 },
};

/** Of so many checkouts in a row, one ends with an order: the checkout is broken on phones. */
const CHECKOUTS_OF_AN_ORDER = { desktop: 2, mobile: 20 } as const;

/** Searches, and those after which a seat is opened and ordered: the second finds nothing. */
const SEAT_SEARCHES = {
  seat: { results: 8, searches: 60, opened: 45, orders: 12 },
  stool: { results: 0, searches: 50, opened: 1, orders: 0 },
} as const;

const PRICE = 3_000_000;

// Noon of 12 October on the shop's clock.
const FIRST_FAULT = Date.parse('2026-10-12T05:00:00Z');
const TEN_MINUTES = 600_000;

/** Sessions of a week in October 2026, in which a product, a step and a search are at fault. */
export function plannedFaults(): object[] {
  const shoppers = Object.entries(CHAIRS).flatMap(([chairId, { views, adds }]) =>
    Array.from({ length: views }, (_, nth) => ({ chairId, isAdding: nth < adds })),
  );
  const checkouts = { desktop: 0, mobile: 0 };
  const visits = shoppers.map(({ chairId, isAdding }, index) => {
    const device = index % 2 === 0 ? 'desktop' : 'mobile';
    const isOrdering = isAdding && ++checkouts[device] % CHECKOUTS_OF_AN_ORDER[device] === 0;
    const bought: EventName[] = isOrdering ? ['checkout_complete'] : [];
    const names: EventName[] = isAdding ? ['add_to_cart_click', 'checkout_start', ...bought] : [];
    return sessionOf(index, device, chairId, ['page_view', 'product_view', ...names]);
  });
  const searches = Object.entries(SEAT_SEARCHES).flatMap(([term, planned], of) =>
    Array.from({ length: planned.searches }, (_, nth) => {
      const opened: EventName[] = nth < planned.opened ? ['product_view'] : [];
      const bought: EventName[] = nth < planned.orders ? ['checkout_complete'] : [];
      const index = shoppers.length + of * 100 + nth;
      return sessionOf(index, 'desktop', 'SEAT-1', ['page_view', 'search', ...opened, ...bought], {
        term,
        results: planned.results,
      });
    }),
  );
  return [...visits, ...searches].flat();
}

function sessionOf(
  index: number,
  device: 'desktop' | 'mobile',
  productId: string,
  names: readonly EventName[],
  search: object = {},
): object[] {
  const id = `at-fault-${index}`;
  const product = aProduct({
    id: productId,
    name: `Model ${productId}`,
    // The seat is alone in its category: it is compared with nothing.
    category: productId in CHAIRS ? 'chairs' : 'seats',
    price: PRICE,
    discountPrice: null,
    quantity: 1,
  });
  const contents: Partial<Record<EventName, object>> = {
    product_view: { product },
    add_to_cart_click: { product },
    search: { search },
    checkout_complete: {
      order: anOrder({
        orderId: `order-of-${id}`,
        revenue: PRICE,
        currency: 'VND',
        items: [product],
      }),
    },
  };
  const cart = aCart({ cartId: `cart-of-${id}`, value: PRICE, currency: 'VND', items: [product] });
  return names.map((name, place) => {
    const time = FIRST_FAULT + index * TEN_MINUTES + place * 60_000;
    return plannedEvent(
      name,
      { session: id, place, time },
      { ...(name === 'add_to_cart_click' || name === 'checkout_start' ? { cart } : {}), ...contents[name] },
      device === 'desktop' ? DESKTOP : MOBILE,
    );
  });
}
