import { timeOfEventId } from '../../ids/event-id';
import { readEvent } from '../../read-event';
import recorded from './fixtures/analytics-next.json';
import { segment } from './segment-adapter';
import { MOUSE, TRACKED_MOUSE, TIME, UUID_V7, track } from './testing/messages';

describe('what analytics-next sent from Chromium', () => {
  const [page, added, ordered, refunded] = recorded.map(({ body }) => segment.toSourceEvent(body));

  it('is a page view with the page’s address, campaign and browser', () => {
    expect(page).toMatchObject({
      eventId: expect.stringMatching(UUID_V7),
      eventName: 'page_view',
      eventTimestamp: expect.stringMatching(/^2026-11-29T/),
      clientId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sessionId: expect.stringMatching(/^[0-9a-f-]{36}\.2026-11-29$/),
      userId: undefined,
      userLoginState: 'anonymous',
      pageUrl: 'https://shop.example/?utm_source=news',
      pageTitle: 'A page',
      _ingest: { userAgent: expect.stringContaining('Chrome') },
    });
    expect(page?.properties).toBeUndefined();
  });

  it('has an id with its time, derived from its message id only', () => {
    const [first, second] = recorded.map(({ body }) => body);
    const idOf = (body: object | undefined) => String(segment.toSourceEvent({ ...body }).eventId);
    expect(timeOfEventId(idOf(first))).toBe(Number(first?.messageId.split('-')[2]));
    expect(idOf({ ...first, timestamp: '2026-12-01T00:00:00Z' })).toBe(idOf(first));
    expect(idOf(second)).not.toBe(idOf(first));
  });

  it('has no fault to correct', () => {
    for (const { body } of recorded) {
      const read = readEvent({ ...body, _ingest: { receivedAt: TIME } }, 0);
      expect(read).toMatchObject({ ok: true, sender: 'segment', corrections: [] });
    }
  });

  it('is a product in a cart, in cents', () => {
    expect(added).toMatchObject({
      eventName: 'add_to_cart_click',
      product: { id: 'LAP-1', name: 'Aero 14', brand: 'Norden', price: 99_990, quantity: 1 },
      cart: { cartId: 'cart-a', currency: 'USD' },
    });
  });

  it('is an order of two lines, and a refund of one piece', () => {
    expect(ordered).toMatchObject({
      eventName: 'checkout_complete',
      order: {
        orderId: 'order-a',
        revenue: 104_488,
        tax: 8319,
        shipping: 500,
        currency: 'USD',
        items: [
          { id: 'LAP-1', price: 99_990, quantity: 1 },
          { id: 'ACC-7', price: 1999, quantity: 2 },
        ],
      },
    });
    expect(refunded).toMatchObject({
      eventName: 'order_refund',
      order: { orderId: 'order-a', revenue: 1999 },
    });
  });
});

describe('a track call of the e-commerce specification', () => {
  it.each([
    ['Product Viewed', 'product_view'],
    ['Viewed Product', 'product_view'],
    ['Product Added', 'add_to_cart_click'],
    ['Added Product', 'add_to_cart_click'],
    ['product_added', 'add_to_cart_click'],
    ['Product Removed', 'remove_from_cart_click'],
    ['Product Added to Wishlist', 'wishlist_toggle'],
    ['Product Shared', 'share_click'],
    // Clicks on products, promotions, coupons and so on have no event in the contract.
    ['Product Clicked', 'product_clicked'],
    ['Coupon Applied', 'coupon_applied'],
  ])('%s is %s, and has its product', (event, eventName) => {
    expect(track(event, { ...MOUSE, currency: 'USD' })).toMatchObject({ eventName, product: TRACKED_MOUSE });
  });

  it.each([
    ['Checkout Started', 'checkout_start'],
    ['Cart Viewed', 'cart_viewed'],
  ])('%s is %s, and has its cart', (event, eventName) => {
    expect(track(event, { cart_id: 'c-1', value: 39.98, currency: 'USD', products: [MOUSE] })).toMatchObject({
      eventName,
      cart: { cartId: 'c-1', value: 3998, currency: 'USD', items: [TRACKED_MOUSE] },
    });
  });

  it.each([
    ['Products Searched', { query: 'mouse' }, { eventName: 'search', search: { term: 'mouse' } }],
    [
      'Product List Viewed',
      { list_id: 'l-1', category: 'accessories', currency: 'USD', products: [MOUSE] },
      {
        eventName: 'product_list_view',
        list: { id: 'l-1', name: 'accessories', items: [TRACKED_MOUSE] },
        properties: { category: 'accessories', currency: 'USD' },
      },
    ],
    [
      'Checkout Step Completed',
      { step: 2, shipping_method: 'courier', checkout_id: 'x' },
      {
        eventName: 'checkout_step',
        checkout: { step: 2, option: 'courier' },
        properties: { checkout_id: 'x' },
      },
    ],
    ['Checkout Step Viewed', { step: 2 }, { eventName: 'checkout_step_viewed', properties: { step: 2 } }],
    ['Payment Info Entered', { payment_method: 'card' }, { eventName: 'payment_info_entered' }],
    ['Signed In', {}, { eventName: 'login_success' }],
    ['Signed Out', {}, { eventName: 'logout' }],
    [
      'Order Updated',
      { order_id: 'o', total: 1 },
      { eventName: 'order_updated', properties: { order_id: 'o' } },
    ],
    [
      'Order Cancelled',
      { order_id: 'o', total: 1 },
      { eventName: 'order_cancelled', properties: { order_id: 'o' } },
    ],
  ])('%s %j', (event, properties, expected) => {
    expect(track(event, properties)).toMatchObject(expected);
  });

  it.each([
    ['the total', { total: '44.98', revenue: 39.98, tax: 3, shipping: 2 }, 4498],
    ['the revenue with tax and shipping, which are not in it', { revenue: 39.98, tax: 3, shipping: 2 }, 4498],
    ['the value', { value: 39.98 }, 3998],
    ['the lines', { products: [MOUSE] }, 3998],
    ['nothing that is known', {}, undefined],
  ])('takes the value of an order from %s', (_by, amounts, revenue) => {
    const { order } = track('Order Completed', { order_id: 'o-1', currency: 'USD', ...amounts });
    expect(order).toMatchObject({ orderId: 'o-1', revenue });
  });

  it('reads camelCase as well, and keeps the unread fields', () => {
    expect(
      track('Order Completed', { orderId: 'o-1', total: 10, currency: 'USD', cartId: 'c', giftWrap: true }),
    ).toMatchObject({
      order: { orderId: 'o-1', revenue: 1000 },
      cart: { cartId: 'c' },
      properties: { giftWrap: true },
    });
  });

  it('has the path of a product’s address', () => {
    const pathOf = (url: string) => track('Product Viewed', { product_id: 'p', url }).product;
    expect(pathOf('https://shop.example/product/a?x=1#y')).toMatchObject({ urlPath: '/product/a' });
    expect(pathOf('/product/a')).toMatchObject({ urlPath: '/product/a' });
    expect(pathOf('https://shop.example')).toMatchObject({ urlPath: '/' });
  });
});
