import {
  aMemoryLoadForEachTest,
  bought,
  custom,
  EVENT_ID,
  ITEMS,
  keyOf,
  order,
  page,
  signedIn,
  step,
  storedEvent,
} from '../../testing/events-of-one-id';

const { load, query } = aMemoryLoadForEachTest();

describe('two events with one id', () => {
  it.each<[string, object, object]>([
    ['another name', page, { eventName: 'click' }],
    ['another page', page, { pageUrl: 'https://shop.example/b' }],
    ['another search in the address', page, { pageUrl: 'https://shop.example/a?q=b' }],
    ['another browser', page, { clientId: 'browser-2' }],
    ['another user', { ...page, clientId: undefined, userId: 'user-1' }, { userId: 'user-2' }],
    ['another user, reported by a page', signedIn, { userId: 'user-2', clientId: 'browser-2' }],
    ['another order', bought, { order: order({ orderId: 'SBW-2' }) }],
    ['another revenue', bought, { order: order({ revenue: 501 }) }],
    ['another tax', bought, { order: order({ tax: 1 }) }],
    ['another currency', bought, { order: order({ currency: 'USD' }) }],
    ['another quantity', bought, { order: order({ items: [{ ...ITEMS[0], quantity: 2 }] }) }],
    ['a refund in place of its order', bought, { eventName: 'order_refund' }],
    ['no order', bought, { order: undefined }],
    ['another answer', custom, { properties: { question: 1, answer: 'no' } }],
    ['another step', step, { checkout: { step: 2, name: 'payment' } }],
    [
      'another product',
      storedEvent({ eventName: 'product_view', product: { id: 'P1' } }),
      { product: { id: 'P2' } },
    ],
    [
      'another price',
      storedEvent({ eventName: 'product_view', product: { id: 'P1', price: 1 } }),
      { product: { id: 'P1', price: 2 } },
    ],
    ['another term', storedEvent({ eventName: 'search', search: { term: 'a' } }), { search: { term: 'b' } }],
    [
      'another cart',
      storedEvent({ eventName: 'add_to_cart_click', cart: { cartId: 'c1' } }),
      { cart: { cartId: 'c2' } },
    ],
    ['another button', storedEvent({ eventName: 'click', element: { id: 'a' } }), { element: { id: 'b' } }],
  ])('%s: the second is quarantined', async (_, first, over) => {
    expect(await load('09', first, { ...first, ...over })).toMatchObject({
      loaded: 1,
      duplicates: 0,
      quarantined: 1,
    });
    expect(await query('SELECT line, reason FROM etl_quarantine')).toEqual([
      { line: 2, reason: 'id_conflict' },
    ]);
  });

  it.each<[string, object, object]>([
    ['the time of another request', page, { eventTimestamp: '2026-11-02T09:17:00.000Z' }],
    [
      'another stamp of ingest',
      page,
      {
        _ingest: {
          receivedAt: '2026-11-02T11:00:00Z',
          sentAt: '2026-11-02T08:00:00Z',
          requestId: 'r-2',
          sourceIp: null,
        },
      },
    ],
    ['the title that came late', page, { pageTitle: 'B' }],
    [
      'an address that is no longer sent',
      page,
      { pageUrl: undefined, clientId: undefined, sessionId: undefined },
    ],
    ['a later sign-in', { ...page, userId: 'user-1' }, { userId: 'user-2', userLoginState: 'logged_in' }],
    ['another browser of one user', { ...page, userId: 'user-1' }, { clientId: 'browser-2' }],
    ['keys in another order', custom, { properties: { answer: 'yes', question: 1 } }],
    [
      'a reload of the order’s page in a browser without storage',
      bought,
      {
        clientId: 'browser-2',
        sessionId: 's-2',
        sequence: 0,
        isFirstVisit: true,
        eventTimestamp: '2026-11-02T09:19:00Z',
        pageUrl: 'https://shop.example/order/SBW-1?again',
        referrer: 'https://shop.example/checkout',
      },
    ],
    [
      'such a reload of the last step',
      step,
      { clientId: 'browser-2', pageUrl: 'https://shop.example/other' },
    ],
    [
      'such a reload that has forgotten the list of a product',
      { ...bought, order: order({ items: [{ ...ITEMS[0], listName: 'search', position: 2 }] }) },
      { order: order() },
    ],
    ['such a reload after a sign-in', signedIn, { clientId: 'browser-2' }],
  ])('are one where the second has only %s', async (_, first, over) => {
    expect(await load('09', first, { ...first, ...over })).toMatchObject({
      loaded: 1,
      duplicates: 1,
      quarantined: 0,
    });
  });

  it('are compared with the events of earlier runs, and the second names the place of the first', async () => {
    await load('09', bought);
    expect(
      await load(
        '10',
        storedEvent({ eventName: 'checkout_complete', order: order({ revenue: 900, tax: 90 }) }),
      ),
    ).toMatchObject({
      loaded: 0,
      duplicates: 0,
      quarantined: 1,
    });
    const [line] = await query('SELECT object_key, detail, raw FROM etl_quarantine');
    expect(line).toMatchObject({
      object_key: keyOf('10'),
      detail: `Line 1 of ${keyOf('09')} has its id and differs in order_revenue, order_tax.`,
    });
    expect(JSON.parse(String(line?.['raw']))).toMatchObject({ event_id: EVENT_ID, order_revenue: 900 });
    expect(
      await query(`SELECT lines::integer FROM dash.open_quarantine WHERE reason = 'id_conflict'`),
    ).toEqual([{ lines: 1 }]);
  });

  it('stay apart when the first received is loaded last, and only its facts count', async () => {
    await load('10', storedEvent({ eventName: 'checkout_complete', order: order({ revenue: 900 }) }));
    expect(await load('09', bought)).toMatchObject({ loaded: 0, duplicates: 0, quarantined: 1 });
    expect(await query('SELECT object_key, line, reason FROM etl_quarantine')).toEqual([
      { object_key: keyOf('10'), line: 1, reason: 'id_conflict' },
    ]);
    expect(await query('SELECT gross::integer FROM orders')).toEqual([{ gross: 500 }]);
    expect(
      await query(
        'SELECT sum(loaded)::integer AS loaded, sum(quarantined)::integer AS quarantined FROM etl_runs',
      ),
    ).toEqual([{ loaded: 1, quarantined: 1 }]);
  });
});
