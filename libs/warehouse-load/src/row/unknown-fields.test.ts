import { rowOf, TIME } from '../testing/a-row';

const sent = (event: object) => rowOf({ eventTimestamp: TIME, ...event });

describe('the reading of an event', () => {
  it('is stored with it: its sender and its corrections', () => {
    const order = { orderId: 'o-1', revenue: '100000', currency: 'vnd', items: [{ id: 'G', quantity: 0 }] };
    expect(sent({ eventName: 'checkout_complete', order }).properties).toEqual({
      _corrections: [
        'order.revenue: expected integer',
        "order.currency: expected string to match '^[A-Z]{3}$'",
        'order.items.quantity: expected integer to be greater or equal to 1',
      ],
    });
    expect(sent({ event_name: 'page_view' }).properties).toEqual({ _sender: 'other' });
    expect(sent({ eventName: 'page_view', identity_source: 'clerk_email' }).properties).toEqual({
      _sender: 'workshop',
    });
    expect(sent({ eventName: 'page_view' }).properties).toBeNull();
  });
});

describe('a field that the contract does not know', () => {
  const own = { compare: { count: 2 }, size: '27' };

  it.each([
    ['ours', { eventName: 'compare_add', clientId: 'd1', sessionId: 'd1', product: { id: 'p1' } }],
    ['ours, of a known name', { eventName: 'product_view', product: { id: 'p1' } }],
    ['another sender', { event_name: 'compare_add', product_id: 'p1' }],
  ])('is in the properties of an event of %s', (_sender, event) => {
    expect(sent({ ...event, ...own })).toMatchObject({ context_product_id: 'p1', properties: own });
  });

  it('is there also where a part has it', () => {
    const product = { id: 'p1', size: '27', stock: { hanoi: 3 } };
    expect(sent({ eventName: 'product_view', product }).properties).toEqual({
      product: { size: '27', stock: { hanoi: 3 } },
    });
  });

  it.each([[['TET', 'VIP']], [[{ code: 'TET' }, { code: 'VIP' }]], ['TET, VIP']])(
    'has the codes of all coupons: %j',
    (coupon) => {
      const order = { orderId: 'o-1', revenue: 5, coupon };
      expect(sent({ eventName: 'checkout_complete', order }).properties).toMatchObject({
        coupon: 'TET, VIP',
      });
    },
  );

  it('has ids without white space around them', () => {
    const order = { orderId: ' o-1\t', revenue: 5 };
    expect(sent({ eventName: 'checkout_complete', order, clientId: '  ' })).toMatchObject({
      order_id: 'o-1',
      client_id: null,
    });
  });

  it('has the currency of its product where it names no cart', () => {
    const params = { currency: 'EUR', items: [{ item_id: 'A', price: 5 }] };
    expect(sent({ name: 'add_to_cart', params })).toMatchObject({
      currency: 'EUR',
      context_product_price: 500,
    });
  });

  it('never takes the place of a property, or of a part that we add', () => {
    const event = { eventName: 'page_view', coupon: 'x', results: 9, size: 1, properties: { size: 2 } };
    expect(sent(event).properties).toEqual({ size: 2, own_coupon: 'x', own_results: 9 });
  });

  it('is limited in size', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, index]));
    const deep = JSON.parse(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`) as object;
    const { properties } = sent({ eventName: 'page_view', long: 'x'.repeat(100_000), deep, ...many });
    expect(JSON.stringify(properties).length).toBeLessThan(10_000);
    expect(Object.keys(properties as object).length).toBeGreaterThan(50);
    expect((properties as { long: string }).long).toHaveLength(1_000);
  });
});
