import { EVENT_NAMES } from '@clickstream/event-schema';
import { anEventNamed } from '@clickstream/event-schema/testing';
import { rowOf, TIME } from '../testing/a-row';
import { received } from '../testing/raw-events';

/** The same event under other names, at every level. */
function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [rename(name), renamed(inner, rename)]),
  );
}

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe('the row of an event of another ingester', () => {
  const shared = {
    event_name: 'product_view',
    event_timestamp: '2026-11-02T09:15:30.250Z',
    user_id: 'u-1',
    user_login_state: 'logged_in',
    client_id: 'c-1',
    session_id: 's-1',
    is_first_visit: false,
    context_product_id: 'LAP-1',
    context_product_name: 'Aero 14',
    context_product_category: 'laptops',
    context_product_brand: 'Norden',
    context_product_price: 25_990_000,
    context_product_discount_price: 23_490_000,
    context_product_url_path: '/product/aero-14',
  };
  const product = {
    id: 'LAP-1',
    name: 'Aero 14',
    category: 'laptops',
    brandName: 'Norden',
    price: '25990000',
    discountPrice: '23490000',
    urlPath: '/product/aero-14',
  };
  const visitor = {
    userId: 'u-1',
    userLoginState: 'loggedIn',
    clientId: 'c-1',
    sessionId: 's-1',
    isFirstVisit: 'false',
  };

  it.each<[string, object]>([
    [
      'camelCase with product.brandName and numbers in text',
      { eventName: 'product_view', eventTimestamp: TIME, ...visitor, product },
    ],
    [
      'snake_case at every level',
      renamed({ eventName: 'product_view', eventTimestamp: TIME, ...visitor, product }, snakeCase) as object,
    ],
    [
      'a context that holds the product',
      {
        eventName: 'product_view',
        eventTimestamp: TIME,
        ...visitor,
        context: { product: renamed(product, snakeCase) },
      },
    ],
    ['flat names of the table itself', { ...shared, is_first_visit: 0, event_timestamp: Date.parse(TIME) }],
    [
      'flat product fields and epoch seconds',
      {
        event: 'product_view',
        ts: Date.parse(TIME) / 1000,
        user: { id: 'u-1', login_state: 'authenticated' },
        visitor_id: 'c-1',
        session: 's-1',
        first_visit: 'no',
        product_id: 'LAP-1',
        product_name: 'Aero 14',
        product_category: 'laptops',
        product_brand: 'Norden',
        product_price: 25_990_000.0,
        product_discount_price: 23_490_000,
        product_url_path: '/product/aero-14',
      },
    ],
    [
      'a payload with repeated words',
      {
        type: 'product_view',
        timestamp: TIME,
        payload: {
          ...visitor,
          product: {
            product_id: 'LAP-1',
            product_name: 'Aero 14',
            product_category: 'laptops',
            product_brand: 'Norden',
            product_price: '25990000',
            product_discount_price: '23490000',
            product_url_path: '/product/aero-14',
          },
        },
      },
    ],
  ])('is the same for %s', (_form, event) => {
    expect(rowOf(event)).toMatchObject(shared);
  });

  it('reads carts and orders by any name', () => {
    const order = { transaction_id: 'o-1', total: '500', vat: '50', shipping_fee: 20, currency_code: 'VND' };
    const items = [
      { product_id: 'A', product_name: 'a', unit_price: '200', qty: '2' },
      { product: { id: 'B', price: 100 } },
      { product_id: 'C', quantity: '0' },
      'no line',
    ];
    expect(
      rowOf({ event_name: 'checkout_complete', timestamp: TIME, order: { ...order, line_items: items } }),
    ).toMatchObject({
      order_id: 'o-1',
      order_revenue: 500,
      order_tax: 50,
      order_shipping: 20,
      currency: 'VND',
      items: [
        { id: 'A', name: 'a', price: 200, quantity: 2 },
        { id: 'B', price: 100, quantity: 1 },
      ],
    });
  });

  it.each(EVENT_NAMES)('has the columns of our row for %s in snake_case', (name) => {
    const ours = received(anEventNamed(name, { eventTimestamp: TIME, sequence: 3 }));
    expect({ ...rowOf(renamed(ours, snakeCase)), properties: null }).toEqual({
      ...rowOf(ours),
      properties: null,
    });
  });
});
