import { adapterFor, type JsonObject } from '.';

const orderOf = (event: JsonObject) => adapterFor(event).toSourceEvent(event).order;
const ga4 = (params: object) => orderOf({ name: 'refund', params });
const enhanced = (refund: object) => orderOf({ event: 'refund', ecommerce: { currencyCode: 'EUR', refund } });
const segment = (properties: object) =>
  orderOf({ type: 'track', event: 'Order Refunded', messageId: 'm', properties });

describe('a refund of another sender', () => {
  it.each([
    [
      'Google Analytics 4',
      ga4({ transaction_id: 'T', currency: 'EUR', items: [{ item_id: 'A', quantity: 2, price: 3.5 }] }),
    ],
    [
      'Enhanced Ecommerce',
      enhanced({ actionField: { id: 'T' }, products: [{ id: 'A', price: '3.50', quantity: 2 }] }),
    ],
    [
      'Segment',
      segment({ order_id: 'T', currency: 'EUR', products: [{ product_id: 'A', price: 3.5, quantity: 2 }] }),
    ],
  ])('that names no amount amounts to its lines, in %s', (_sender, order) => {
    expect(order).toMatchObject({ orderId: 'T', revenue: 700 });
  });

  it.each([
    ['Google Analytics 4', ga4({ transaction_id: 'T', items: [{ item_id: 'A', quantity: 2 }] })],
    ['Enhanced Ecommerce', enhanced({ actionField: { id: 'T' }, products: [{ id: 'A', quantity: 2 }] })],
    ['Segment', segment({ order_id: 'T', products: [{ product_id: 'A', quantity: 2 }] })],
  ])('whose lines have no price names no amount, but its lines, in %s', (_sender, order) => {
    expect(order).toMatchObject({ orderId: 'T', items: [{ id: 'A', quantity: 2 }] });
    expect((order as JsonObject)['revenue'] ?? null).toBeNull();
  });

  it('amounts to what was paid for its lines, not to their list price', () => {
    const item = { item_id: 'A', price: 8, discount: 2, quantity: 2 };
    expect(ga4({ transaction_id: 'T', currency: 'EUR', items: [item] })).toMatchObject({ revenue: 1_600 });
  });

  it('is what is under `refund`, of a sender without a convention', () => {
    const event = { event: 'order.refunded', order: { id: 'T', total: 90 }, refund: { id: 'R', amount: 30 } };
    expect(orderOf(event)).toMatchObject({ orderId: 'T', refundId: 'R', revenue: 30 });
  });
});
