import { adapterFor } from '..';
import { timeOfEventId } from '../../ids/event-id';
import { universalAnalytics } from './universal-analytics-adapter';
import { unpackSession } from './unpack-session';

const START = 1501621191;
const PRODUCT = {
  productSKU: 'SKU-1',
  v2ProductName: 'Decals',
  v2ProductCategory: 'Home/Stickers/',
  productBrand: '(not set)',
  productPrice: 1990000,
};

/**
 * A session of one hit, as BigQuery exports it: whole numbers as text, missing values as null or a
 * word.
 */
function aSession(hit: object, over: object = {}) {
  return {
    fullVisitorId: '0509972280802528263',
    visitId: String(START),
    visitNumber: '1',
    visitStartTime: String(START),
    totals: { visits: '1', hits: '1', newVisits: '1' },
    trafficSource: { source: '(direct)', medium: '(none)' },
    channelGrouping: 'Organic Search',
    device: { deviceCategory: 'tablet', browser: 'Chrome', language: 'not available in demo dataset' },
    hits: [
      {
        hitNumber: '4',
        time: '55993',
        isEntrance: true,
        type: 'PAGE',
        page: { hostname: 'shop.example', pagePath: '/basket?x=1', pageTitle: 'Basket' },
        product: [],
        ...hit,
      },
    ],
    ...over,
  };
}

const read = (session: object) =>
  (unpackSession(session) ?? []).map((event) => universalAnalytics.toSourceEvent(event as never));

describe('a hit of Universal Analytics', () => {
  it('is a page view with its visitor, its session and its time', () => {
    const [event] = unpackSession(aSession({})) ?? [];
    expect(adapterFor(event as never)).toBe(universalAnalytics);
    expect(timeOfEventId(event?.eventId ?? '')).toBe(START * 1_000 + 55_993);
    expect(read(aSession({}))).toEqual([
      expect.objectContaining({
        eventName: 'page_view',
        eventTimestamp: '2017-08-01T21:00:46.993Z',
        clientId: '0509972280802528263',
        sessionId: `0509972280802528263-${START}`,
        isFirstVisit: true,
        pageUrl: 'https://shop.example/basket?x=1',
        pageTitle: 'Basket',
        exported: { device: 'tablet', channel: 'organic_search' },
        _ingest: { receivedAt: undefined },
      }),
    ]);
  });

  it('that opens the session with a campaign has it in its address', () => {
    const campaign = { source: 'dfa', medium: 'cpm', campaign: 'Spring', keyword: '(not set)' };
    expect(read(aSession({}, { trafficSource: campaign }))[0]?.pageUrl).toBe(
      'https://shop.example/basket?x=1&utm_source=dfa&utm_medium=cpm&utm_campaign=Spring',
    );
    expect(read(aSession({ isEntrance: null }, { trafficSource: campaign }))[0]?.pageUrl).not.toContain(
      'utm',
    );
  });

  it.each([
    ['2', 'product_view'],
    ['3', 'add_to_cart_click'],
    ['4', 'remove_from_cart_click'],
    ['1', 'select_item'],
  ])('of action %s is a %s of each of its products', (action_type, name) => {
    const hit = {
      type: 'EVENT',
      eCommerceAction: { action_type, step: '1' },
      transaction: { currencyCode: 'USD' },
      product: [PRODUCT, { ...PRODUCT, productSKU: 'SKU-2', productQuantity: '3' }],
    };
    expect(read(aSession(hit))).toEqual([
      expect.objectContaining({
        eventName: name,
        product: expect.objectContaining({
          id: 'SKU-1',
          name: 'Decals',
          category: 'Home/Stickers',
          price: 199,
        }),
      }),
      expect.objectContaining({ product: expect.objectContaining({ id: 'SKU-2', quantity: 3 }) }),
    ]);
  });

  it('is a page view and the action on the page', () => {
    const steps = ['1', '2'].map((step) =>
      read(aSession({ eCommerceAction: { action_type: '5', step, option: 'Payment' } })),
    );
    expect(steps.map((events) => events.map(({ eventName }) => eventName))).toEqual([
      ['page_view', 'checkout_start'],
      ['page_view', 'checkout_step'],
    ]);
    expect(steps[1]?.[1]?.checkout).toEqual({ step: 2, name: 'Payment' });
  });

  it('that orders has the order in the smallest unit of its currency', () => {
    const hit = {
      eCommerceAction: { action_type: '6' },
      transaction: {
        transactionId: 'ORD1',
        transactionRevenue: '40290000',
        transactionTax: '8820000',
        transactionShipping: '11000000',
        currencyCode: 'USD',
      },
      product: [{ ...PRODUCT, productQuantity: '2' }],
    };
    expect(read(aSession(hit))[1]).toMatchObject({
      eventName: 'checkout_complete',
      order: {
        orderId: 'ORD1',
        revenue: 4029,
        tax: 882,
        shipping: 1100,
        currency: 'USD',
        items: [{ id: 'SKU-1', price: 199, quantity: 2 }],
      },
    });
  });

  it('of classic e-commerce has the lines that are separate hits', () => {
    const transaction = { transactionId: 'ORD2', transactionRevenue: '3980000', currencyCode: 'USD' };
    const item = { transactionId: 'ORD2', productSku: 'SKU-1', itemQuantity: '2', itemRevenue: '3980000' };
    const session = aSession({});
    const events = read({
      ...session,
      hits: [
        { hitNumber: '1', time: '0', type: 'TRANSACTION', transaction },
        { hitNumber: '2', time: '0', type: 'ITEM', item },
        { hitNumber: '3', time: '0', type: 'ITEM', item: { ...item, transactionId: 'ORD3' } },
      ],
    });
    expect(events).toEqual([
      expect.objectContaining({
        eventName: 'checkout_complete',
        order: expect.objectContaining({
          orderId: 'ORD2',
          revenue: 398,
          items: [expect.objectContaining({ id: 'SKU-1', price: 199, quantity: 2 })],
        }),
      }),
    ]);
  });

  it('that shows products has the list apart from the page', () => {
    const shown = { ...PRODUCT, isImpression: true, productListName: 'Category', productListPosition: '1' };
    const events = read(aSession({ product: [shown, { ...shown, productListName: 'Search' }] }));
    expect(
      events.map(({ eventName, list }) => [eventName, (list as { name: string } | undefined)?.name]),
    ).toEqual([
      ['page_view', undefined],
      ['product_list_view', 'Category'],
      ['product_list_view', 'Search'],
    ]);
  });

  it('of a custom event has its name', () => {
    const named = { type: 'EVENT', eventInfo: { eventCategory: 'Contact Us', eventAction: 'Onsite Click' } };
    expect(read(aSession(named))).toEqual([
      expect.objectContaining({
        eventName: 'ua_onsite_click',
        properties: expect.objectContaining({ event: named.eventInfo }),
      }),
    ]);
    expect(read(aSession({ type: 'EVENT' }))[0]?.eventName).toBe('ua_event');
  });

  it('of a search has its term', () => {
    const page = { hostname: 'shop.example', pagePath: '/s', searchKeyword: 'gopher' };
    expect(read(aSession({ page }))[1]).toMatchObject({ eventName: 'search', search: { term: 'gopher' } });
  });
});

describe('a session of Universal Analytics', () => {
  it('gives each of its events a unique id, the same whenever it is read', () => {
    const session = aSession({ product: [PRODUCT, PRODUCT], eCommerceAction: { action_type: '3' } });
    const ids = (unpackSession(session) ?? []).map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(3);
    expect((unpackSession(structuredClone(session)) ?? []).map(({ eventId }) => eventId)).toEqual(ids);
  });

  it('that continues after midnight has other ids, and is the same session', () => {
    const before = aSession({});
    const after = { ...before, visitStartTime: String(START + 3_600) };
    expect(unpackSession(after)?.[0]?.eventId).not.toBe(unpackSession(before)?.[0]?.eventId);
    expect(read(after)[0]?.sessionId).toBe(read(before)[0]?.sessionId);
  });

  it.each([[null], [{}], [{ fullVisitorId: 'v', hits: [] }], [{ visitStartTime: 1 }], ['row']])(
    'is not %p',
    (row) => {
      expect(unpackSession(row)).toBeUndefined();
    },
  );

  it.each([
    [{ page: null, product: 'x' }],
    [{ page: { pagePath: '//[' } }],
    [{ type: null }],
    [{ product: [null, 7], eCommerceAction: { action_type: '6' } }],
    [{ transaction: 'x', eCommerceAction: { action_type: 6 } }],
  ])('with the hit %p throws nothing', (hit) => {
    expect(() => read(aSession(hit))).not.toThrow();
  });
});
