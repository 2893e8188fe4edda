import { readEvent } from '../../read-event';

/** An event as the warehouse reads it after ingest received it from a page. */
function read(event: object) {
  const result = readEvent({ _ingest: {}, ...event }, Date.UTC(2026, 10, 29));
  if (!result.ok) throw new Error(result.detail);
  return { ...result.event, sender: result.sender };
}

const product = { name: 'Tee', id: '12345', price: '15.25', brand: 'G', category: 'Apparel', quantity: 2 };
const ours = { id: '12345', name: 'Tee', price: 1_525, brand: 'G', category: 'Apparel', quantity: 2 };

describe('a push of Enhanced Ecommerce', () => {
  it('becomes an order, with its amounts in the smallest unit', () => {
    const actionField = { id: 'T4', revenue: '35.43', tax: '4.90', shipping: '5.99', coupon: 'SALE' };
    const ecommerce = { currencyCode: 'EUR', purchase: { actionField, products: [product] } };
    const event = { event: 'purchase', ecommerce, client_id: 'c.1', page_location: 'https://a.vn/ok' };
    expect(read(event)).toMatchObject({
      sender: 'universal-analytics',
      eventName: 'checkout_complete',
      clientId: 'c.1',
      pageUrl: 'https://a.vn/ok',
      order: {
        orderId: 'T4',
        revenue: 3_543,
        tax: 490,
        shipping: 599,
        currency: 'EUR',
        coupon: 'SALE',
        items: [ours],
      },
    });
  });

  it.each([
    ['add', 'addToCart', 'add_to_cart_click'],
    ['remove', 'removeFromCart', 'remove_from_cart_click'],
    ['detail', 'productDetail', 'product_view'],
  ])('with %s is about one product, whatever its name', (part, event, eventName) => {
    const ecommerce = { currencyCode: 'EUR', [part]: { products: [product] } };
    expect(read({ event, ecommerce })).toMatchObject({ eventName, product: ours });
  });

  it('becomes the steps of a checkout by their number', () => {
    const step = (actionField: object) =>
      read({ event: 'checkout', ecommerce: { checkout: { actionField } } });
    expect(step({ step: 1 })).toMatchObject({ eventName: 'checkout_start' });
    expect(step({ step: 2, option: 'Visa' })).toMatchObject({
      eventName: 'checkout_step',
      checkout: { step: 2, name: 'Visa' },
    });
  });

  it('becomes a list and a refund', () => {
    const impressions = [{ id: '1', price: '15000', list: 'Search', position: 1 }];
    expect(read({ event: 'list', ecommerce: { currencyCode: 'VND', impressions } })).toMatchObject({
      eventName: 'product_list_view',
      list: { name: 'Search', items: [{ id: '1', price: 15_000, position: 1 }] },
    });
    const refund = { actionField: { id: 'T4', revenue: '5' } };
    expect(read({ event: 'refund', ecommerce: { currencyCode: 'EUR', refund } })).toMatchObject({
      eventName: 'order_refund',
      order: { orderId: 'T4', revenue: 500 },
    });
  });

  it.each([
    { event: 'purchase', ecommerce: { transaction_id: 'T', items: [] } },
    { event: 'view_item', ecommerce: { detail: 'text' } },
  ])('is not one of Google Analytics 4: %j', (event) => expect(read(event).sender).toBe('ga4'));
});
