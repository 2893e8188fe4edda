import { adapterFor, eventsOf, type JsonObject } from '..';
import { MAX_PRODUCTS } from './one-for-each-product';

const ID = '0193a0b0-0000-7000-8000-000000000001';
const TIME = '2026-11-20T10:00:00.000Z';
const ITEMS = [
  { item_id: 'A', price: 10, quantity: 3 },
  { item_id: 'B', price: 20 },
];
const PRODUCTS = [
  { id: 'A', price: '10.00', quantity: 3 },
  { id: 'B', price: '20.00' },
];
const SEGMENT_PRODUCTS = [
  { product_id: 'A', price: 10, quantity: 3 },
  { product_id: 'B', price: 20 },
];

/** The events that ingest makes of one. */
const read = (event: JsonObject) => {
  const adapter = adapterFor(event);
  return eventsOf(event, adapter.name).map((one) => adapter.toSourceEvent(one));
};

const EVENTS: [string, string, JsonObject][] = [
  [
    'the Measurement Protocol',
    'add_to_cart_click',
    { name: 'add_to_cart', params: { currency: 'EUR', items: ITEMS }, event_id: ID },
  ],
  [
    'a push to the data layer',
    'remove_from_cart_click',
    { event: 'remove_from_cart', ecommerce: { currency: 'EUR', items: ITEMS }, eventId: ID },
  ],
  [
    'Google’s names in our envelope',
    'add_to_cart_click',
    { eventName: 'add_to_cart', currency: 'EUR', items: ITEMS, eventId: ID },
  ],
  [
    'a call of gtag',
    'add_to_cart_click',
    { 0: 'event', 1: 'add_to_cart', 2: { currency: 'EUR', items: ITEMS }, eventId: ID },
  ],
  [
    'a row of the export',
    'product_view',
    {
      event_name: 'view_item',
      event_params: [{ key: 'currency', value: { string_value: 'EUR' } }],
      items: ITEMS,
      eventId: ID,
    },
  ],
  [
    'Enhanced Ecommerce',
    'add_to_cart_click',
    {
      event: 'addToCart',
      ecommerce: { currencyCode: 'EUR', add: { products: PRODUCTS } },
      eventId: ID,
    },
  ],
  [
    'Segment',
    'add_to_cart_click',
    {
      type: 'track',
      event: 'Product Added',
      messageId: ID,
      properties: { currency: 'EUR', products: SEGMENT_PRODUCTS },
    },
  ],
];

describe('several products at once', () => {
  it.each(EVENTS)('are one event each in %s, the first with the original id', (_form, eventName, event) => {
    const sources = read(event);
    expect(sources).toMatchObject([
      { eventId: ID, eventName, currency: 'EUR', product: { id: 'A', price: 1_000, quantity: 3 } },
      { eventName, currency: 'EUR', product: { id: 'B', price: 2_000 } },
    ]);
    expect(sources[1]?.eventId).toMatch(/^0193a0b0-0000-7/);
    // As a retry does, which must add nothing.
    expect(read(event)).toEqual(sources);
  });

  it.each(EVENTS)('are not split again once they are separate, in %s', (_form, _name, event) => {
    const { name } = adapterFor(event);
    for (const one of eventsOf(event, name)) expect(eventsOf(one, name)).toEqual([one]);
  });

  it('have the time of their event in the id where its id has none', () => {
    const params = { items: ITEMS };
    const event = {
      name: 'add_to_cart',
      params,
      event_id: 'n-7',
      timestamp_micros: Date.parse(TIME) * 1_000,
    };
    const [first, second] = read(event);
    expect(first?.eventId).toBe('n-7');
    const hex = Date.parse(TIME).toString(16).padStart(12, '0');
    expect(String(second?.eventId).replaceAll('-', '')).toMatch(new RegExp(`^${hex}7`));
  });

  it('have no id where their event has none', () => {
    const ids = read({ name: 'add_to_cart', params: { items: ITEMS } }).map(({ eventId }) => eventId);
    expect(ids).toEqual([undefined, undefined]);
  });

  it('stay together in an order, a list and a checkout', () => {
    for (const name of ['purchase', 'refund', 'view_item_list', 'begin_checkout', 'view_cart']) {
      expect(eventsOf({ name, params: { items: ITEMS } }, 'ga4')).toHaveLength(1);
    }
  });

  it('stay together where they are so many, or share so much, that a small request would become a large object', () => {
    const many = Array.from({ length: MAX_PRODUCTS + 1 }, (_, index) => ({ item_id: index }));
    expect(eventsOf({ name: 'add_to_cart', params: { items: many } }, 'ga4')).toHaveLength(1);
    const params = { items: ITEMS, note: 'x'.repeat(20_000) };
    expect(eventsOf({ name: 'add_to_cart', params }, 'ga4')).toHaveLength(1);
  });

  it('next to a product of the event are the whole cart, in Segment', () => {
    const properties = { product_id: 'B', price: 20, currency: 'EUR', products: SEGMENT_PRODUCTS };
    const sources = read({ type: 'track', event: 'Product Added', messageId: 'm', properties });
    expect(sources).toMatchObject([{ product: { id: 'B' }, cart: { items: [{ id: 'A' }, { id: 'B' }] } }]);
  });
});
