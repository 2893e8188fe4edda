import { adapterFor, type JsonObject } from '..';

const read = (event: JsonObject) => adapterFor(event).toSourceEvent(event);
const LINES = [
  { id: 'A', quantity: 2 },
  { id: 'B', quantity: 1 },
];

describe('an event of a sender without a convention', () => {
  it.each([
    ['a list', LINES],
    ['text, as in a column of a table', JSON.stringify(LINES)],
    ['an object with numbers, as PHP writes it', { 0: LINES[0], 2: LINES[1] }],
  ])('has its lines as %s', (_form, items) => {
    const flat = { event_name: 'purchase', order_id: 'T', revenue: 5, items };
    expect(read(flat).order).toMatchObject({ orderId: 'T', items: LINES });
    const ours = {
      eventName: 'checkout_complete',
      clientId: 'c',
      order: { orderId: 'T', revenue: 5, items },
    };
    expect(read(ours).order).toMatchObject({ orderId: 'T', revenue: 5, items: LINES });
  });

  it.each(['[', '[{"id":', `[${'['.repeat(5_000)}`, '{}'])('has no lines in the text %p', (items) => {
    expect(read({ event_name: 'order_done', order_id: 'T', items }).order).toEqual({ orderId: 'T' });
    expect(read({ event_name: 'purchase', order_id: 'T', items }).order).toMatchObject({ items: [] });
  });

  it('has the names of other shops', () => {
    const order = {
      order_number: 7,
      total_price: '598.94',
      total_tax: '11.94',
      shipping_total: '4.00',
      currency: 'USD',
    };
    expect(read({ event: 'Order Created', order, user: { anonymous_id: 'c' } })).toMatchObject({
      eventName: 'checkout_complete',
      clientId: 'c',
      order: { orderId: 7, revenue: 59_894, tax: 1_194, shipping: 400 },
    });
    const product = { id: 'P', brand: { name: 'MSI' }, price: { amount: 100_000, currency: 'VND' } };
    expect(read({ event: { name: 'product_view' }, product })).toMatchObject({
      product: { id: 'P', brand: 'MSI', price: 100_000 },
    });
  });

  it('counts the results of a search', () => {
    const event = { event_name: 'search', search_query: 'rtx', results_count: 5 };
    expect(read(event).search).toEqual({ term: 'rtx', results: 5 });
  });
});
