import { timeOfEventId } from '../../ids/event-id';
import { readEvent } from '../../read-event';
import base64 from './fixtures/base64.json';
import get from './fixtures/get.json';
import plain from './fixtures/plain.json';
import { action, describing, entity, eventsOf, pixel, post, read } from './testing/snowplow-requests';

describe('what the browser tracker sent from Chromium', () => {
  it('is a journey from the landing to the refund', () => {
    const [page, laptop, ...rest] = eventsOf(post(plain));
    expect(page).toMatchObject({
      eventId: '02e497f1-376e-42c1-aa53-f4eca895c910',
      eventName: 'page_view',
      eventTimestamp: '2026-11-29T03:58:28.202Z',
      clientId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      isFirstVisit: true,
      userLoginState: 'anonymous',
      pageUrl: 'https://shop.example/?utm_source=news',
      pageTitle: 'A page',
    });
    expect(laptop).toMatchObject({
      eventName: 'add_to_cart_click',
      product: { id: 'LAP-1', price: 99_990, quantity: 1 },
      cart: { cartId: 'cart-a', value: 99_990, currency: 'USD' },
    });
    expect(rest.map((event) => event.eventName)).toEqual([
      'checkout_start',
      'checkout_complete',
      'order_refund',
    ]);
    expect(rest[2]).toMatchObject({ order: { orderId: 'order-a', revenue: 1999, items: [{ quantity: 1 }] } });
  });

  it('has no fault to correct', () => {
    const sent = [post(plain), post(base64), pixel(get.query)].flatMap((request) => request?.values ?? []);
    for (const value of sent) {
      const read = readEvent({ ...(value as object), _ingest: { receivedAt: '2026-11-29T04:00:00Z' } }, 0);
      expect(read).toMatchObject({ ok: true, sender: 'snowplow', corrections: [] });
    }
  });

  it('is an order in base64', () => {
    expect(eventsOf(post(base64))).toMatchObject([
      {
        eventName: 'checkout_complete',
        order: {
          orderId: 'order-a',
          revenue: 104_488,
          tax: 8319,
          shipping: 500,
          items: [
            { id: 'LAP-1', price: 99_990, quantity: 1 },
            { id: 'ACC-7', price: 1999, quantity: 2 },
          ],
        },
      },
    ]);
  });

  it('is a product view in the query of a GET', () => {
    expect(eventsOf(pixel(get.query))).toMatchObject([
      {
        eventName: 'product_view',
        product: { id: 'LAP-1', price: 99_990 },
        pageUrl: 'https://shop.example/product/aero-14',
      },
    ]);
  });
});

describe('an action of the e-commerce plugin', () => {
  const mouse = entity('product', { id: 'ACC-7', price: 19.99, list_price: 25, currency: 'USD' });
  const keys = entity('product', { id: 'ACC-8', price: 60, currency: 'USD' });

  it.each([
    ['product_view', 'product_view'],
    ['add_to_cart', 'add_to_cart_click'],
    ['remove_from_cart', 'remove_from_cart_click'],
    ['list_click', 'list_click'],
  ])('%s is %s, with the list price and the current price', (type, eventName) => {
    expect(read(action(type, mouse))).toMatchObject([
      { eventName, product: { id: 'ACC-7', price: 2500, discountPrice: 1999 } },
    ]);
  });

  it('of two products in a cart is one event for each, with separate ids', () => {
    const cart = entity('cart', { cart_id: 'c', total_value: 79.99, currency: 'USD' });
    const events = read({ ...action('add_to_cart', mouse, keys, cart), dtm: '1795924708202' });
    expect(events).toMatchObject([
      { eventId: 'e-1', product: { id: 'ACC-7' }, cart: { cartId: 'c', value: 7999 } },
      { product: { id: 'ACC-8' }, cart: { cartId: 'c', value: 7999 } },
    ]);
    expect(timeOfEventId(String(events[1]?.eventId))).toBe(1795924708202);
  });

  it('of too many products, or with too much shared data, stays one event', () => {
    const many = Array.from({ length: 101 }, () => mouse);
    const much = entity('cart', { cart_id: 'x'.repeat(10_000) });
    expect(read(action('add_to_cart', ...many))).toHaveLength(1);
    expect(read(action('add_to_cart', mouse, keys, much))).toHaveLength(1);
  });

  it('of two products is identified by its place in the bucket when it has no id', () => {
    const { eid, ...nameless } = action('add_to_cart', mouse, keys);
    expect(eid).toBe('e-1');
    expect(read(nameless).map(({ eventId }) => eventId)).toEqual([undefined, undefined]);
  });

  it('of the first step begins the checkout, and is a step from the second on', () => {
    const step = (data: object) => action('checkout_step', entity('checkout_step', data));
    expect(read(step({ step: 1 }), step({ step: 2, payment_method: 'card' }))).toMatchObject([
      { eventName: 'checkout_start', checkout: { step: 1 } },
      { eventName: 'checkout_step', checkout: { step: 2, option: 'card' } },
    ]);
  });

  it('of a list has its products', () => {
    expect(read(action('list_view', mouse, keys))).toMatchObject([
      { eventName: 'product_list_view', list: { name: 'list', items: [{ id: 'ACC-7' }, { id: 'ACC-8' }] } },
    ]);
  });

  it('knows a guest and a user by the user entity, and never an e-mail address', () => {
    const user = (data: object) => action('product_view', mouse, entity('user', data));
    const events = read(user({ id: 'u-1', email: 'a@b.example' }), user({ id: 'g', is_guest: true }));
    expect(events).toMatchObject([
      { userId: 'u-1', userLoginState: 'logged_in' },
      { userId: undefined, userLoginState: 'guest' },
    ]);
    const withAddress = { ...user({ id: 'a@b.example', email: 'a@b.example' }), uid: 'c@b.example' };
    expect(JSON.stringify(post({ data: [withAddress] }))).not.toContain('b.example');
  });
});

describe('any other event', () => {
  const PLOW = 'iglu:com.snowplowanalytics.snowplow';
  it.each([
    [{ e: 'pp' }, { eventName: 'page_ping' }],
    [
      { e: 'se', se_ca: 'video', se_ac: 'Play', se_va: '3' },
      { eventName: 'play', properties: { category: 'video', value: '3' } },
    ],
    [
      { e: 'tr', tr_id: 'o-1', tr_tt: '44.98', tr_tx: '3', tr_cu: 'USD', tr_ci: 'Hue' },
      { eventName: 'checkout_complete', order: { orderId: 'o-1', revenue: 4498, tax: 300, currency: 'USD' } },
    ],
    [
      { e: 'ti', ti_id: 'o-1', ti_sk: 'ACC-7', ti_pr: '19.99', ti_qu: '2', ti_cu: 'USD' },
      {
        eventName: 'transaction_item',
        product: { id: 'ACC-7', price: 1999 },
        properties: { order_id: 'o-1' },
      },
    ],
    [
      describing(`${PLOW}/site_search/jsonschema/1-0-0`, { terms: ['red', 'mouse'], totalResults: 3 }),
      { eventName: 'search', search: { term: 'red mouse', results: 3 } },
    ],
    [
      describing(`${PLOW}/link_click/jsonschema/1-0-1`, {
        targetUrl: 'https://shop.example/a',
        elementId: 'x',
        elementContent: 'y'.repeat(500),
      }),
      { eventName: 'click', element: { tag: 'a', id: 'x', text: 'y'.repeat(160) } },
    ],
    [
      describing('iglu:example.shop/size_guide/jsonschema/2-0-0', { size: 'M' }),
      { eventName: 'size_guide', properties: { size: 'M' } },
    ],
    [{ e: 'ue', ue_pr: 'not JSON', eid: 'e-9' }, { eventId: 'e-9' }],
    [{ e: 'unknown', eid: 'e-9' }, { eventId: 'e-9' }],
    [{ e: 'pv', ttm: '1795924708000', dtm: '1' }, { eventTimestamp: '2026-11-29T03:58:28.000Z' }],
    [{ e: 'pv', vid: '2' }, { isFirstVisit: false }],
    [
      { e: 'pv', uid: 'u-1' },
      { userId: 'u-1', userLoginState: 'logged_in' },
    ],
  ])('%j', (event, expected) => {
    expect(read(event)).toMatchObject([expected]);
  });
});

describe('a request of Snowplow’s protocol', () => {
  it('has no name for an event that is unknown or cannot be read', () => {
    expect(
      read({ e: 'x', eid: 'e' }, { e: 'ue', ue_pr: 'not JSON', eid: 'e' }).map((event) => event.eventName),
    ).toEqual([undefined, undefined]);
  });

  it('keeps the time of sending, and not the address of the sender', () => {
    const sent = post({ data: [{ e: 'pv', stm: '1795924708212', ip: '203.0.113.7' }] });
    expect(sent).toEqual({
      values: [{ e: 'pv', stm: '1795924708212' }],
      sentAt: '2026-11-29T03:58:28.212Z',
    });
  });

  it.each([null, [], {}, { data: {} }, 'text'])('is refused when it is %j', (body) => {
    expect(post(body)).toBeNull();
  });

  it('is refused when its query names no event', () => {
    expect(pixel('')).toBeNull();
  });
});
