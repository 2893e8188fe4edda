import type { EventName } from '@clickstream/event-schema';
import { anOrder, aProduct } from '@clickstream/event-schema/testing';
import { BOT, DESKTOP, plannedEvent } from './received-event';

/** A term, the number of its searches, and of those with further actions. */
export interface PlannedTerm {
  /** Ways in which shoppers write it. */
  readonly written: readonly string[];
  readonly results: number | null;
  readonly searches: number;
  readonly opened: number;
  readonly orders: number;
}

/** Terms by the text that the dashboard shows. */
export const PLANNED_TERMS: Readonly<Record<string, PlannedTerm>> = {
  monitor: { written: ['monitor'], results: 8, searches: 60, opened: 45, orders: 6 },
  'laptop stand': { written: ['laptop stand'], results: 5, searches: 50, opened: 5, orders: 0 },
  'mechanical keyboard': {
    written: ['mechanical keyboard', 'Mechanical  Keyboard '],
    results: 0,
    searches: 12,
    opened: 3,
    orders: 1,
  },
  keybord: { written: ['keybord', 'KEYBORD'], results: 0, searches: 5, opened: 0, orders: 0 },
  'usb hub': { written: ['usb hub'], results: null, searches: 4, opened: 4, orders: 0 },
};

/** Net revenue of each order that follows a planned search, in VND. */
export const REVENUE_AFTER_SEARCH = 2_000_000;

/** Landing pages: every third session begins on the category and sees no other page. */
export const LANDING = { home: '/', category: '/category/laptops' } as const;

// Noon of 16 March on the shop's clock.
const FIRST_SEARCH = Date.parse('2026-03-16T05:00:00Z');
const HOUR = 3_600_000;

/** Sessions of the second half of March 2026 that each search once, and a bot that does as well. */
export function plannedSearches(): object[] {
  const plans = Object.values(PLANNED_TERMS).flatMap((term) =>
    Array.from({ length: term.searches }, (_, nth) => ({ term, nth })),
  );
  return [
    ...plans.flatMap(({ term, nth }, index) => sessionOf(term, nth, index, DESKTOP)),
    ...sessionOf(PLANNED_TERMS['keybord'] as PlannedTerm, 0, plans.length, BOT),
  ];
}

function sessionOf(term: PlannedTerm, nth: number, index: number, userAgent: string): object[] {
  const startedAt = FIRST_SEARCH + index * 2 * HOUR;
  const id = `searcher-${index}`;
  const isShort = index % 3 === 0;
  const page = isShort ? LANDING.category : LANDING.home;
  const event = (eventName: EventName, minute: number, more: object = {}) => {
    const time = startedAt + minute * 60_000;
    const moment = { session: id, place: minute, time };
    return plannedEvent(eventName, moment, { pageUrl: `https://shop.example${page}`, ...more }, userAgent);
  };
  const results = term.results === null ? {} : { results: term.results };
  const product = term.results ? { ...aProduct(), ...placeOf(term, nth) } : aProduct();
  const order = {
    ...anOrder({ orderId: `order-of-${id}`, revenue: REVENUE_AFTER_SEARCH, currency: 'VND' }),
    items: [{ ...product, quantity: 1, price: REVENUE_AFTER_SEARCH, discountPrice: null }],
  };
  return [
    event('page_view', 0),
    ...(isShort ? [] : [event('page_view', 1)]),
    event('search', 2, { search: { term: term.written[nth % term.written.length], ...results } }),
    ...(term.results ? [event('product_list_view', 2.2, { list: listOf(term) })] : []),
    ...(term.results && nth < term.opened ? [event('select_item', 2.8, { product })] : []),
    ...(nth < term.opened ? [event('product_view', 3)] : []),
    ...(nth < term.orders ? [event('checkout_complete', 9, { order })] : []),
  ];
}

/** The list of the results: as many products as the search found. */
function listOf(term: PlannedTerm): object {
  const items = Array.from({ length: term.results ?? 0 }, (_, index) =>
    aProduct({ id: `found-${index}`, position: index + 1 }),
  );
  return { name: listNameOf(term), items };
}

/** The first result is chosen two times of three, the second otherwise. */
const placeOf = (term: PlannedTerm, nth: number) => ({
  listName: listNameOf(term),
  position: nth % 3 < 2 ? 1 : 2,
});

/** The name of a term's list of results. */
export const listNameOf = ({ written: [first = ''] }: PlannedTerm): string => `search:${first}`;
