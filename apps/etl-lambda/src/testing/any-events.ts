import fc from 'fast-check';
import type { PlainEvent } from './plain-event';
import { DAY } from './raw-event';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

/** Ids of the right month, of a month nearby, and without a month. */
const anyId = fc
  .tuple(fc.constantFrom('019a37', '019ad0', '019b70', 'f47ac1'), hex(6), fc.constantFrom('7', '4'), hex(15))
  .map(([month, time, version, tail]) => {
    const all = `${month}${time}${version}${tail.slice(0, 3)}8${tail.slice(3)}`;
    return all.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-').padEnd(36, '0');
  });

const anyProduct = fc.record({
  id: fc.constantFrom('P1', 'P2'),
  name: fc.constantFrom('one', 'two', 'three'),
  price: fc.constantFrom(100, 19.99, 0.1, 0, 2_000_000_000_000),
  discountPrice: fc.constantFrom(null, null, 90, 0, 0.3),
  quantity: fc.constantFrom(null, null, 1, 3),
  listName: fc.constantFrom(null, 'l1', 'l2'),
  position: fc.constantFrom(null, 1, 2),
});
const anyItem = fc.record(
  {
    id: fc.constantFrom('P1', 'P2', 'P3'),
    quantity: fc.constantFrom(1, 2, 3, 1_000_000),
    name: fc.constantFrom('one', 'two'),
    price: fc.constantFrom(100, 19.99),
    discountPrice: fc.constantFrom(90, 0.1, 0),
    list: fc.constantFrom('l1', 'l2'),
    position: fc.constantFrom(1, 2),
  },
  { requiredKeys: ['id', 'quantity'] },
);

const anyList = fc.record({
  name: fc.constantFrom('l1', 'l2'),
  first: fc.constantFrom(null, 1, 13),
  shown: fc.constantFrom(0, 1, 3),
});

const NAMES = [
  'page_view',
  'product_view',
  'product_list_view',
  'select_item',
  'add_to_cart_click',
  'remove_from_cart_click',
  'checkout_start',
  'checkout_step',
  'checkout_complete',
  'order_refund',
  'click',
];
const ORDER_NAMES = ['checkout_complete', 'order_refund'];

/**
 * Clocks ahead and behind, close to the trusted offset and far from it, some with a slower network.
 */
const WRONG_BY = [-7_200_000, -600_000, -590_000, -180_000, -60_001, 300_001, 480_000, 600_000];

/**
 * Few moments, sessions and products, so that ties, repeats and overlaps of all kinds are common.
 */
const anyEvent: fc.Arbitrary<PlainEvent> = fc
  .record({
    id: anyId,
    // Both sides of an hour, a day and a month, many at the same moment, some an hour and some a
    // day apart.
    at: fc.constantFrom(-150, -2, -1, 0, 1, 2, 8, 9).map((step) => DAY + 86_400_000 + step * 600_000),
    // Some counts start over and some do not; some with few numbers, some with many.
    sequence: fc.oneof(fc.constantFrom(null, 0, 1, 2, 2_147_483_647), fc.nat({ max: 200 })),
    offset: fc.constantFrom(null, null, ...WRONG_BY),
    name: fc.constantFrom(...NAMES),
    session: fc.constantFrom('s1', 's2', 's3', null),
    client: fc.constantFrom('c1', 'c2', null),
    user: fc.constantFrom('u1', 'u2', null),
    state: fc.constantFrom('logged_in', 'guest', 'anonymous', null),
    bot: fc.boolean(),
    staff: fc.boolean(),
    firstVisit: fc.constantFrom(true, false, null),
    path: fc.constantFrom('/a', '/b', '/c'),
    source: fc.constantFrom('zalo', null),
    product: fc.option(anyProduct),
    list: anyList,
    order: fc.option(
      fc.record({
        id: fc.constantFrom('o1', 'o2', null),
        refund: fc.constantFrom(null, null, 'r1', 'r2'),
        revenue: fc.constantFrom(500, 19.99, 0.1, 0, 3_000_000_000_000, 0.29, null, null),
        currency: fc.constantFrom('VND', 'JPY', null),
        items: fc.array(anyItem, { maxLength: 3 }),
      }),
    ),
    cart: fc.option(
      fc.record({
        id: fc.constantFrom('k1', 'k2', null),
        value: fc.constantFrom(700, 0.3, 0, null, 3_000_000_000_000),
        currency: fc.constantFrom('VND', 'JPY', null),
        items: fc.option(fc.array(anyItem, { maxLength: 2 })),
      }),
      { freq: 1 },
    ),
    receivedHour: fc.constantFrom(0, 1, 23, 24),
    isThirdParty: fc.boolean(),
  })
  .map((event) => ({
    ...event,
    order: orderOf(event),
    // Other senders name lists their own way, which is tested with their adapters.
    list: event.name === 'product_list_view' && !event.isThirdParty ? event.list : null,
    product: event.product && event.isThirdParty ? { ...event.product, listName: null } : event.product,
  }));

/** Only events about orders have one, and only a refund has a refund id. */
function orderOf(event: Pick<PlainEvent, 'name' | 'order' | 'isThirdParty'>): PlainEvent['order'] {
  const { name, order, isThirdParty } = event;
  if (!order || !ORDER_NAMES.includes(name)) return null;
  const items = isThirdParty ? order.items.map(({ list: _, ...item }) => item) : order.items;
  return { ...order, items, refund: name === 'order_refund' ? order.refund : null };
}

/** Some of them, each with a unique id, from browsers whose clocks are wrong, or all right. */
export const anyEvents = fc
  .tuple(
    fc.uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 10, maxLength: 40 }),
    fc.constantFrom(...WRONG_BY, null, 'many' as const),
  )
  .map(([events, wrongBy]) =>
    wrongBy === 'many'
      ? events
      : events.map((event) => ({ ...event, offset: event.offset === null ? null : wrongBy })),
  );

/**
 * Differences between an event and its repetition: none, the time by a wrong clock, its correction,
 * its time of receipt, or anything.
 */
export const anyChange: fc.Arbitrary<(event: PlainEvent) => PlainEvent> = fc.oneof(
  fc.constant((event: PlainEvent) => event),
  fc.constantFrom(-600_000, -1, 1, 40, 3_600_000).map((shift) => (event: PlainEvent) => ({
    ...event,
    at: event.at + shift,
  })),
  fc.constantFrom(null, ...WRONG_BY).map((offset) => (event: PlainEvent) => ({ ...event, offset })),
  fc.constantFrom(0, 1, 24).map((receivedHour) => (event: PlainEvent) => ({ ...event, receivedHour })),
  anyEvent.map((other) => ({ id }: PlainEvent) => ({ ...other, id })),
);
