import { adapterFor, unpackerFor } from '..';
import { ga4 } from './ga4-adapter';

const ITEMS = [{ item_id: 'SKU_1', item_name: 'Tee', price: 10.01, quantity: 3 }];
const ORDER = {
  orderId: 'T_1',
  revenue: 3003,
  currency: 'USD',
  items: [{ id: 'SKU_1', price: 1001, quantity: 3 }],
};

describe('an order of Google Analytics 4', () => {
  it('is read from Google’s names in our envelope', () => {
    const event = {
      eventName: 'purchase',
      clientId: 'ga-1',
      sessionId: 'ga-1',
      transaction_id: 'T_1',
      value: 30.03,
      tax: 4.9,
      shipping: 5.99,
      currency: 'USD',
      items: ITEMS,
    };
    expect(adapterFor(event)).toBe(ga4);
    expect(ga4.toSourceEvent(event)).toMatchObject({
      eventName: 'checkout_complete',
      clientId: 'ga-1',
      sessionId: 'ga-1',
      order: { ...ORDER, tax: 490, shipping: 599, items: [{ ...ORDER.items[0], name: 'Tee' }] },
    });
  });

  it('is read from a push to the data layer', () => {
    const event = {
      event: 'purchase',
      ecommerce: { transaction_id: 'T_1', value: 30.03, currency: 'USD', items: ITEMS },
      client_id: 'ga-1',
      ga_session_id: 's',
      page_location: 'https://shop.example/ok',
      timestamp_micros: 1795916500000000,
    };
    expect(adapterFor(event)).toBe(ga4);
    expect(ga4.toSourceEvent(event)).toMatchObject({
      eventName: 'checkout_complete',
      eventTimestamp: '2026-11-29T01:41:40.000Z',
      clientId: 'ga-1',
      sessionId: 's',
      pageUrl: 'https://shop.example/ok',
      order: ORDER,
    });
  });

  it('is read from the Measurement Protocol', () => {
    const body = {
      client_id: '555.123',
      timestamp_micros: '1795916500000000',
      user_id: 'u-7',
      events: [
        {
          name: 'purchase',
          params: {
            transaction_id: 'T_1',
            value: 30.03,
            currency: 'USD',
            items: ITEMS,
            ga_session_id: '1795916000',
          },
        },
        { name: 'page_view', timestamp_micros: '1795916600000000', params: { page_title: 'Thanks' } },
      ],
    };
    const [purchase, view] =
      unpackerFor('/mp/collect')?.unpack({ path: '/mp/collect', query: {}, body })?.values ?? [];
    expect(ga4.toSourceEvent(purchase as never)).toMatchObject({
      eventName: 'checkout_complete',
      eventTimestamp: '2026-11-29T01:41:40.000Z',
      clientId: '555.123',
      sessionId: '555.123.1795916000',
      userId: 'u-7',
      order: ORDER,
    });
    expect(ga4.toSourceEvent(view as never)).toMatchObject({
      eventName: 'page_view',
      eventTimestamp: '2026-11-29T01:43:20.000Z',
      pageTitle: 'Thanks',
    });
  });

  it('of a server is not marked as that of a bot, and personal data is left out', () => {
    const body = {
      client_id: '555.123',
      user_agent: 'Mozilla/5.0 (iPhone)',
      user_data: { sha256_email_address: 'x' },
      ip_override: '203.0.113.7',
      events: [{ name: 'purchase', params: { transaction_id: 'T_1' } }],
    };
    const [event] =
      unpackerFor('/mp/collect')?.unpack({ path: '/mp/collect', query: {}, body })?.values ?? [];
    expect(event).toEqual({ client_id: '555.123', user_agent: body.user_agent, ...body.events[0] });
    const stamped = {
      ...(event as object),
      _ingest: { receivedAt: '2026-11-29T00:00:00Z', userAgent: 'curl/8' },
    };
    expect(ga4.toSourceEvent(stamped)._ingest).toEqual({
      receivedAt: '2026-11-29T00:00:00Z',
      userAgent: body.user_agent,
    });
  });

  it('is read from a row of the BigQuery export', () => {
    const text = (key: string, string_value: string) => ({ key, value: { string_value } });
    const event = {
      event_date: '20261116',
      event_timestamp: '1795916500000000',
      event_name: 'purchase',
      user_pseudo_id: '555.123',
      event_params: [
        text('page_location', 'https://shop.example/ok'),
        text('currency', 'USD'),
        { key: 'ga_session_id', value: { int_value: '1795916000' } },
        { key: 'ga_session_number', value: { int_value: '1' } },
        { key: 'value', value: { double_value: 30.03 } },
      ],
      ecommerce: { transaction_id: 'T_1', purchase_revenue: 30.03 },
      items: ITEMS,
      device: { category: 'mobile' },
      collected_traffic_source: { manual_source: 'news', manual_medium: 'email' },
    };
    expect(adapterFor(event)).toBe(ga4);
    expect(ga4.toSourceEvent(event)).toMatchObject({
      eventName: 'checkout_complete',
      eventTimestamp: '2026-11-29T01:41:40.000Z',
      clientId: '555.123',
      sessionId: '555.123.1795916000',
      isFirstVisit: true,
      pageUrl: 'https://shop.example/ok?utm_source=news&utm_medium=email',
      order: ORDER,
      exported: { device: 'mobile' },
    });
  });

  it('amounts to the sum of its lines where it names no value', () => {
    const event = { name: 'purchase', params: { transaction_id: 'T_2', currency: 'EUR', items: ITEMS } };
    expect(ga4.toSourceEvent(event)).toMatchObject({ order: { revenue: 3003 } });
  });

  it('keeps the amounts of a currency without decimals', () => {
    const event = {
      name: 'purchase',
      params: {
        transaction_id: 'T_3',
        currency: 'VND',
        value: '1990000',
        items: [{ item_id: 'a', price: 1990000 }],
      },
    };
    expect(ga4.toSourceEvent(event)).toMatchObject({
      order: { revenue: 1990000, items: [{ price: 1990000 }] },
    });
  });

  it('is read from the arguments of gtag, and from a part that kept its old name', () => {
    const order = { transaction_id: 'T_1', value: 30.03, currency: 'USD', items: ITEMS };
    for (const event of [
      { 0: 'event', 1: 'purchase', 2: order, clientId: 'c' },
      { event: 'purchase', ecommerce: { purchase: order }, clientId: 'c' },
    ]) {
      expect(adapterFor(event).toSourceEvent(event)).toMatchObject({ clientId: 'c', order: ORDER });
    }
  });

  it('with a user id is from a shopper who is signed in', () => {
    const event = { name: 'purchase', user_id: 'u', params: { transaction_id: 'T_1' } };
    expect(ga4.toSourceEvent(event)).toMatchObject({ userId: 'u', userLoginState: 'logged_in' });
  });

  it('in dong by its sign has whole amounts', () => {
    const event = { name: 'purchase', params: { transaction_id: 'T_1', value: 100_000, currency: '₫' } };
    expect(ga4.toSourceEvent(event)).toMatchObject({ order: { revenue: 100_000 } });
  });
});
