import { rowOf, TIME } from '../testing/a-row';

const sent = (event: object) => rowOf({ eventTimestamp: TIME, ...event });

describe('the row of an event of the workshop’s client', () => {
  it('has the category that its product names', () => {
    const product = { category: 'keyboard', id: 'keyboard' };
    expect(sent({ eventName: 'category_view', product }).properties).toMatchObject({ category: 'keyboard' });
    const context = { product_category: 'keyboard' };
    expect(sent({ eventName: 'category_view', context_product: context }).properties).toMatchObject({
      category: 'keyboard',
    });
  });

  it.each([
    ['a number of the shop', { orderId: 'o-1', orderNumber: '', total: '1990000' }, 'o-1', 1_990_000],
    ['a number for people', { orderId: '', orderNumber: 'N-7', total: '1.990.000 ₫' }, 'N-7', 1_990_000],
    [
      'no number: it is that of its event',
      { orderId: '', orderNumber: '', total: '1990000' },
      'e-1',
      1_990_000,
    ],
    ['no number and no total', { orderId: '', orderNumber: '', total: '' }, 'e-1', null],
    ['other words', { 'order-id': 'o-2', orderTotal: '5', currency: 'vnd' }, 'o-2', 5],
  ])('has the order that its button names, with %s', (_form, dataset, orderId, revenue) => {
    const event = { eventName: 'checkout_complete', eventId: 'e-1', element: { dataset } };
    expect(sent(event)).toMatchObject({ order_id: orderId, order_revenue: revenue, element: { dataset } });
  });

  it('has the product that its button names, where it names none as well', () => {
    const element = { dataset: { productId: 'p-3', price: '100000', quantity: '2' } };
    const event = { eventName: 'add_to_cart_click', eventId: 'e-1', element };
    const product = {
      context_product_id: 'p-3',
      context_product_price: 100_000,
      context_product_quantity: 2,
    };
    expect(sent(event)).toMatchObject(product);
    expect(sent({ ...event, product: { id: 'p-4' } })).toMatchObject({ context_product_id: 'p-4' });
    expect(sent({ ...event, context_product_id: 'p-5' })).toMatchObject({ context_product_id: 'p-5' });
  });

  it('has that order also under names in snake_case', () => {
    const element = { dataset: { order_id: 'o-9', order_total: '250000' } };
    expect(sent({ event_name: 'checkout_complete', element })).toMatchObject({
      order_id: 'o-9',
      order_revenue: 250_000,
    });
  });

  it('has the order of its field rather than that of the button', () => {
    const element = { dataset: { orderId: 'other', total: '1' } };
    const order = { orderId: 'o-1', revenue: 5 };
    expect(sent({ eventName: 'checkout_complete', element, order })).toMatchObject({
      order_id: 'o-1',
      order_revenue: 5,
    });
  });

  it('has ids that are not UUIDs, and one id for a retry', () => {
    const event = {
      eventName: 'page_view',
      eventId: '1764380000000-1a2b3c4d',
      clientId: '1764380000000-5e6f7a8b',
      sessionId: '1764380000000-9c0d1e2f',
    };
    expect(sent(event)).toMatchObject({ client_id: event.clientId, session_id: event.sessionId });
    expect(sent(event).event_id).toBe(sent({ ...event, pageTitle: 'again' }).event_id);
    expect(sent(event).event_id).not.toBe(sent({ ...event, clientId: 'another' }).event_id);
  });

  it('keeps a price with a fraction whose currency is unknown', () => {
    const product = { id: 'p1', name: 'P', price: 19.99 };
    expect(sent({ eventName: 'product_view', product }).context_product_price).toBe(19.99);
  });

  it.each([
    ['brandName', { product: { id: 'p1', brandName: 'Razer', price: 1_800_000 } }],
    ['brand_name', { product: { product_id: 'p1', brand_name: 'Razer', product_price: '1800000' } }],
    [
      'context_product',
      { context_product: { product_id: 'p1', product_brand: 'Razer', product_price: 1_800_000 } },
    ],
    [
      'flat names of the table',
      { context_product_id: 'p1', context_product_brand: 'Razer', context_product_price: 1_800_000 },
    ],
    ['contextProduct', { contextProduct: { id: 'p1', brandName: 'Razer', price: 1_800_000 } }],
    [
      'flat names of both forms',
      { context_product_id: 'p1', productBrandName: 'Razer', 'product-price': 1_800_000 },
    ],
  ])('has its product in %s, whatever stamp it carries', (_form, fields) => {
    for (const stamp of [
      undefined,
      {},
      { receivedAt: TIME },
      { receivedAt: TIME, sourceIp: '203.0.113.1', userAgent: 'Mozilla/5.0' },
      { receivedAt: TIME, requestId: 'r-1', sourceIp: '203.0.113.0', userAgent: null },
    ]) {
      expect(sent({ eventName: 'product_view', ...fields, _ingest: stamp })).toMatchObject({
        context_product_id: 'p1',
        context_product_brand: 'Razer',
        context_product_price: 1_800_000,
      });
    }
  });

  it('keeps the user that the event names, in either form', () => {
    const event = { eventName: 'page_view', _ingest: { receivedAt: TIME, requestId: 'r', sourceIp: null } };
    expect(sent({ ...event, identity_source: 'clerk_email' }).identity_source).toBe('clerk_email');
    expect(sent({ ...event, identitySource: 'clerk_email' }).identity_source).toBe('clerk_email');
  });
});
