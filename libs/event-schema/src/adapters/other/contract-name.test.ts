import { readEvent } from '../../read-event';
import { contractName } from './contract-name';

const read = (event: object) => {
  const result = readEvent({ _ingest: {}, ...event }, Date.UTC(2026, 10, 29));
  return result.ok ? { ...result.event, sender: result.sender } : result;
};

describe('the name of an event of a sender without a convention', () => {
  it.each([
    ['PageView', 'page_view'],
    ['page-view', 'page_view'],
    ['Product Viewed', 'product_view'],
    ['add_to_cart', 'add_to_cart_click'],
    ['Added to Cart', 'add_to_cart_click'],
    ['orderCompleted', 'checkout_complete'],
    ['Order Placed', 'checkout_complete'],
  ])('%s is %s', (given, ours) => expect(contractName(given)).toBe(ours));

  it.each(['compare_add', 'Big Sale', '', undefined, null, 7])('%p stays as it is', (given) => {
    expect(contractName(given)).toBe(given);
  });

  it('reads the order of an event from the sender’s words', () => {
    const properties = { order_id: 'O-6', total: 27.5, revenue: 25, tax: 2, currency: 'USD' };
    const products = [{ product_id: '507', price: 19, quantity: 1 }];
    expect(read({ eventName: 'Order Completed', properties: { ...properties, products } })).toMatchObject({
      sender: 'other',
      eventName: 'checkout_complete',
      order: {
        orderId: 'O-6',
        revenue: 2_750,
        tax: 200,
        currency: 'USD',
        items: [{ id: '507', price: 1_900, quantity: 1 }],
      },
    });
    const nested = { id: 'O-7', total_price: '19.90', currency: 'USD' };
    expect(read({ event: 'order_placed', order: nested })).toMatchObject({
      eventName: 'checkout_complete',
      order: { orderId: 'O-7', revenue: 1_990 },
    });
  });

  it('adds the price and the quantity that are next to a product to it', () => {
    const event = { eventName: 'add_to_cart_click', productId: 'p1', quantity: 3, price: '100.000 ₫' };
    expect(read(event)).toMatchObject({ product: { id: 'p1', quantity: 3, price: '100.000 ₫' } });
    expect(read({ ...event, eventName: 'compare_add' })).not.toHaveProperty('product.price');
  });

  it('does not make an order of amounts in an event that only has the word in its name', () => {
    const event = { event: 'reorder_hint', total: 5, currency: 'VND' };
    expect(read(event)).toMatchObject({ eventName: 'reorder_hint', properties: { total: 5 } });
    expect(read(event)).not.toHaveProperty('order.revenue');
  });

  it('keeps the name of a custom event in our form', () => {
    expect(read({ eventName: 'order_placed', order: { orderId: 'o' } })).toMatchObject({
      sender: 'clickstream',
      eventName: 'order_placed',
    });
  });
});
