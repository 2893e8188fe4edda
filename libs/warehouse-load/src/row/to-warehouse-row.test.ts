import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { EVENT_NAMES, type ClickstreamEvent } from '@clickstream/event-schema';
import {
  aCheckoutComplete,
  aClick,
  aCustomEvent,
  anAddToCart,
  anEventNamed,
  anOrder,
  aProduct,
  aProductListView,
  aProductView,
  aSearch,
} from '@clickstream/event-schema/testing';
import { rowOf, TIME } from '../testing/a-row';
import { received } from '../testing/raw-events';

describe('the row of an event of our tracker', () => {
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

  it('holds where the visitor was and came from', () => {
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
    expect(Object.keys(rowOf(received(event))).sort()).toEqual(
      Object.keys(CLICKSTREAM_EVENTS.columns).sort(),
    );
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

  it('keeps the list of each line of an order, not of a cart, whose events tell it again and again', () => {
    const items = [
      { id: 'A', listName: 'search', position: 2 },
      { id: 'B', position: 2 },
    ];
    const of = (event: ClickstreamEvent) => rowOf(received(event)).items;
    expect(of(aCheckoutComplete({ eventTimestamp: TIME, order: anOrder({ items }) }))).toEqual([
      { id: 'A', quantity: 1, list: 'search', position: 2 },
      { id: 'B', quantity: 1 },
    ]);
    expect(of(anAddToCart({ eventTimestamp: TIME, cart: { items } }))).toEqual([
      { id: 'A', quantity: 1 },
      { id: 'B', quantity: 1 },
    ]);
  });

  it('keeps what was clicked, searched, listed and sent in addition to the contract', () => {
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
      list: { id: null, name: 'category:laptops', first: 1, shown: 1 },
    });
    const nextPage = { name: 'search', items: [aProduct({ position: 13 }), aProduct({ position: 14 })] };
    expect(rowOf(received(aProductListView({ eventTimestamp: TIME, list: nextPage }))).properties).toEqual({
      list: { id: null, name: 'search', first: 13, shown: 2 },
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

  it('keeps loading events of a newer version of the contract', () => {
    expect(rowOf(received({ ...event, schemaVersion: 2 } as ClickstreamEvent)).schema_version).toBe(2);
  });
});
