import { EVENT_COLUMNS } from '@clickstream/dw-models/event-columns';
import { EVENT_NAMES, timeOfEventId, type ClickstreamEvent } from '@clickstream/event-schema';
import {
  aCheckoutComplete,
  aClick,
  aCustomEvent,
  anAddToCart,
  anEventNamed,
  anOrder,
  aPageView,
  aProduct,
  aProductListView,
  aProductView,
  aSearch,
} from '@clickstream/event-schema/testing';
import { received } from '../testing/raw-events';
import { toWarehouseRow, type RowPlace, type WarehouseRow } from './to-warehouse-row';

const PLACE: RowPlace = {
  objectKey: 'events/2026/11/02/09/a.json.gz',
  objectId: 7,
  line: 3,
  keyTime: Date.parse('2026-11-02T09:00:00Z'),
};
const TIME = '2026-11-02T09:15:30.250Z';

function rowOf(value: unknown): WarehouseRow {
  const result = toWarehouseRow(value, PLACE);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.row;
}

/** The same event under other names, at every level. */
function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [rename(name), renamed(inner, rename)]),
  );
}

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe('the row of an event of ours', () => {
  const event = aProductView({
    eventId: '019a4341-7f6a-7abc-8def-0123456789ab',
    eventTimestamp: TIME,
    userId: 'sub-1',
    userLoginState: 'logged_in',
    identitySource: 'cognito_email',
    clientId: 'client-1',
    sessionId: 'session-1',
    isFirstVisit: true,
    product: aProduct({
      id: 'LAP-1',
      name: 'Aero "14"',
      category: 'laptops',
      brand: 'Norden',
      urlPath: '/product/aero-14',
    }),
    pageUrl:
      'https://shop.example/product/aero-14?utm_source=zalo&utm_medium=social&utm_campaign=tet&utm_term=t&utm_content=c',
    pageTitle: 'Aero 14',
    referrer: 'https://www.google.com/',
  });

  it('has each of the sixteen fixed columns', () => {
    expect(rowOf(received(event))).toMatchObject({
      event_id: '019a4341-7f6a-7abc-8def-0123456789ab',
      event_timestamp: TIME,
      event_name: 'product_view',
      user_id: 'sub-1',
      user_login_state: 'logged_in',
      identity_source: 'cognito_email',
      client_id: 'client-1',
      session_id: 'session-1',
      is_first_visit: true,
      context_product_id: 'LAP-1',
      context_product_name: 'Aero "14"',
      context_product_category: 'laptops',
      context_product_brand: 'Norden',
      context_product_price: 25_990_000,
      context_product_discount_price: 23_490_000,
      context_product_url_path: '/product/aero-14',
    });
  });

  it('tells where the visitor was and came from', () => {
    expect(rowOf(received(event, { receivedAt: '2026-11-02T09:15:31.000Z' }))).toMatchObject({
      page_url: event.pageUrl,
      page_path: '/product/aero-14',
      page_title: 'Aero 14',
      referrer: 'https://www.google.com/',
      utm_source: 'zalo',
      utm_medium: 'social',
      utm_campaign: 'tet',
      utm_term: 't',
      utm_content: 'c',
      channel: 'social',
      device: 'desktop',
      is_bot: false,
      is_staff: false,
      received_at: '2026-11-02T09:15:31.000Z',
      source_object_id: 7,
      source_line: 3,
      schema_version: 1,
    });
  });

  it('has every column of the table, and no other', () => {
    expect(Object.keys(rowOf(received(event))).sort()).toEqual([...EVENT_COLUMNS].sort());
  });

  it('keeps the cart of an event', () => {
    expect(rowOf(received(anAddToCart({ eventTimestamp: TIME })))).toMatchObject({
      cart_id: 'cart-1',
      cart_value: 23_490_000,
      currency: 'VND',
      items: [
        {
          id: 'LAP-001',
          name: 'Aero 14 laptop',
          category: 'laptops',
          brand: 'Norden',
          price: 25_990_000,
          discountPrice: 23_490_000,
          quantity: 1,
        },
      ],
    });
  });

  it('keeps the order of an event', () => {
    const order = anOrder({
      coupon: 'TET27',
      items: [aProduct({ id: 'A', discountPrice: null, quantity: 2 })],
    });
    expect(rowOf(received(aCheckoutComplete({ eventTimestamp: TIME, order })))).toMatchObject({
      order_id: 'order-1',
      order_revenue: 23_520_000,
      order_tax: 2_135_455,
      order_shipping: 30_000,
      currency: 'VND',
      items: [{ id: 'A', price: 25_990_000, quantity: 2 }],
      properties: { coupon: 'TET27' },
    });
  });

  it('keeps what was clicked, searched, listed and said beside the contract', () => {
    expect(rowOf(received(aClick({ eventTimestamp: TIME }))).element).toEqual({
      tag: 'button',
      id: 'buy',
      role: 'button',
      text: 'Add to cart',
    });
    expect(rowOf(received(aSearch({ eventTimestamp: TIME })))).toMatchObject({
      search_term: 'monitor 27',
      properties: { results: 3 },
    });
    expect(rowOf(received(aProductListView({ eventTimestamp: TIME }))).properties).toEqual({
      list: { id: null, name: 'category:laptops' },
    });
    expect(rowOf(received(aCustomEvent({ eventTimestamp: TIME }))).properties).toEqual({ place: 'footer' });
  });

  it.each(EVENT_NAMES)('is made for %s', (name) => {
    expect(rowOf(received(anEventNamed(name, { eventTimestamp: TIME }))).event_name).toBe(name);
  });

  it('flags a bot by its user agent', () => {
    const bot = { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' };
    expect(rowOf(received(event, bot))).toMatchObject({ is_bot: true, device: 'bot' });
    expect(rowOf(received(event, { userAgent: null }))).toMatchObject({ is_bot: false, device: 'unknown' });
  });

  it('takes the time of receipt where the event has none', () => {
    const timeless: ClickstreamEvent = { ...event, eventTimestamp: undefined };
    const receivedAt = '2026-11-02T09:20:00.000Z';
    expect(rowOf(received(timeless, { receivedAt })).event_timestamp).toBe(receivedAt);
  });

  it('takes the time of a browser whose clock is wrong as our clock would have told it', () => {
    const receivedAt = '2026-11-02T09:20:00.000Z';
    const queued = { ...event, eventTimestamp: '2026-10-30T09:10:00.000Z' };
    expect(rowOf(received(queued, { receivedAt, sentAt: '2026-10-30T09:15:00.000Z' }))).toMatchObject({
      event_timestamp: '2026-11-02T09:15:00.000Z',
      clock_offset_ms: 3 * 86_400_000 + 300_000,
    });
    expect(rowOf(received(queued, { receivedAt, sentAt: '2026-11-02T09:19:01.000Z' }))).toMatchObject({
      event_timestamp: '2026-10-30T09:10:00.000Z',
      clock_offset_ms: null,
    });
  });

  it('leaves a time that ingest has put in as it is: it is by our own clock', () => {
    const receivedAt = '2026-11-02T09:20:00.000Z';
    const filled = received(
      { ...event, eventTimestamp: receivedAt },
      { receivedAt, sentAt: '2026-10-30T09:15:00Z' },
    );
    expect(rowOf(filled)).toMatchObject({ event_timestamp: receivedAt, clock_offset_ms: null });
  });

  it('keeps the place of an event among those of its browser', () => {
    expect(rowOf(received({ ...event, sequence: 41 })).sequence).toBe(41);
    expect(rowOf(received(event)).sequence).toBeNull();
    expect(rowOf({ ...received(event), sequence: -1 }).sequence).toBeNull();
  });

  it('keeps loading after a newer version of the contract is out', () => {
    expect(rowOf(received({ ...event, schemaVersion: 2 } as ClickstreamEvent)).schema_version).toBe(2);
  });
});

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

  it('takes secrets and e-mail addresses out of addresses that nobody has scrubbed', () => {
    const event = {
      event_name: 'product_view',
      timestamp: TIME,
      page_url: 'https://shop.example/a?token=abc&email=linh@shop.example&x=1',
      referrer: 'https://mail.example/?reset_token=abc',
      product: { id: 'A', url: '/a?to=linh@shop.example' },
    };
    expect(rowOf(event)).toMatchObject({
      page_url: 'https://shop.example/a?token=[redacted]&email=[redacted]&x=1',
      referrer: 'https://mail.example/?reset_token=[redacted]',
      context_product_url_path: '/a?to=[redacted]',
    });
  });

  it('reads the campaign, page and user agent from fields of their own', () => {
    const event = {
      event_name: 'page_view',
      timestamp: TIME,
      page: { url: 'https://shop.example/a', title: 'A', referrer: 'https://coccoc.com/search' },
      utm_source: 'zalo',
      utm_medium: 'social',
      user_agent: 'curl/8.9.1',
    };
    expect(rowOf(event)).toMatchObject({
      page_path: '/a',
      page_title: 'A',
      referrer: 'https://coccoc.com/search',
      utm_source: 'zalo',
      channel: 'social',
      is_bot: true,
    });
  });

  it('keeps its place among the events of its browser, and its time as it is', () => {
    const stamps = { sent_at: '2026-10-30T09:15:00Z', received_at: '2026-11-02T09:30:00Z' };
    expect(rowOf({ event_name: 'page_view', timestamp: TIME, event_sequence: '7', ...stamps })).toMatchObject(
      { sequence: 7, event_timestamp: TIME, clock_offset_ms: null },
    );
  });

  it('derives the id of object and line when there is none', () => {
    const event = { event_name: 'page_view', timestamp: TIME };
    expect(rowOf(event).event_id).toBe(rowOf(event).event_id);
    expect(timeOfEventId(rowOf(event).event_id)).toBe(PLACE.keyTime);
  });

  it('was received in the hour of its object, unless it says so', () => {
    const event = { event_name: 'page_view' };
    expect(rowOf(event)).toMatchObject({
      event_timestamp: '2026-11-02T09:00:00.000Z',
      received_at: '2026-11-02T09:00:00.000Z',
    });
    expect(rowOf({ ...event, received_at: '2026-11-02T09:30:00Z' }).received_at).toBe(
      '2026-11-02T09:30:00.000Z',
    );
  });

  it.each(EVENT_NAMES)('has the columns of ours for %s in snake_case', (name) => {
    const ours = received(anEventNamed(name, { eventTimestamp: TIME, sequence: 3 }));
    expect({ ...rowOf(renamed(ours, snakeCase)), properties: null }).toEqual({
      ...rowOf(ours),
      properties: null,
    });
  });
});

describe('an event that cannot be a row', () => {
  const faultOf = (value: unknown) => {
    const result = toWarehouseRow(value, PLACE);
    return result.ok ? 'a row' : result.reason;
  };
  const at = (eventTimestamp: unknown) =>
    received({ ...aPageView(), eventTimestamp } as ClickstreamEvent, { receivedAt: TIME });

  it.each([null, 5, 'text', true, []])('is no object: %p', (value) => {
    expect(faultOf(value)).toBe('not_an_event');
  });

  it.each([undefined, null, '', 'Bad Name', 'productView', '9lives', 'x'.repeat(65), 7, {}])(
    'has a bad name: %p',
    (eventName) => {
      expect(faultOf({ ...received(aPageView({ eventTimestamp: TIME })), eventName })).toBe('bad_event_name');
    },
  );

  it('happened more than a day after it was received', () => {
    expect(faultOf(at('2026-11-03T09:15:30.250Z'))).toBe('a row');
    expect(faultOf(at('2026-11-03T09:15:30.251Z'))).toBe('impossible_time');
  });

  it('is judged by its time once the clock is corrected', () => {
    const sent = (eventTimestamp: string, sentAt: string) =>
      received(aPageView({ eventTimestamp }), { receivedAt: TIME, sentAt });
    expect(faultOf(sent('2026-11-05T09:15:30.250Z', '2026-11-05T09:15:30.250Z'))).toBe('a row');
    expect(faultOf(sent('1970-01-01T00:00:05.000Z', '1970-01-01T00:00:10.000Z'))).toBe('a row');
    expect(faultOf(sent('2026-11-01T09:15:30.250Z', '2026-10-30T09:15:30.250Z'))).toBe('impossible_time');
    expect(faultOf(sent('2026-11-02T09:15:30.249Z', '9999-12-31T00:00:00.000Z'))).toBe('impossible_time');
  });

  it('happened before there were shops on the web', () => {
    expect(faultOf(at('2000-01-01T00:00:00.000Z'))).toBe('a row');
    expect(faultOf(at('1999-12-31T23:59:59.999Z'))).toBe('impossible_time');
  });

  it.each(['yesterday', {}, true])('has a time that says nothing: %p', (time) => {
    expect(faultOf(at(time))).toBe('unreadable_time');
  });

  it('nests deeper than any event needs', () => {
    const properties = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`) as Record<
      string,
      unknown
    >;
    expect(faultOf(received(aCustomEvent({ eventTimestamp: TIME, properties })))).toBe('too_deep');
  });

  it('says when it was received, so that its hour can be accounted for', () => {
    expect(toWarehouseRow(at('yesterday'), PLACE)).toMatchObject({ ok: false, receivedAt: Date.parse(TIME) });
  });
});
