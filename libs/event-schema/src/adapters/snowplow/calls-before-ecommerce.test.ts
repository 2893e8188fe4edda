import { describing, read } from './testing/snowplow-requests';

describe('the calls before the e-commerce plugin', () => {
  it.each([
    ['add_to_cart', 'add_to_cart_click'],
    ['remove_from_cart', 'remove_from_cart_click'],
  ])('%s is %s', (call, eventName) => {
    const data = { sku: 'A', name: 'Tee', unitPrice: 10.5, quantity: 2, currency: 'EUR' };
    expect(
      read(describing(`iglu:com.snowplowanalytics.snowplow/${call}/jsonschema/1-0-0`, data)),
    ).toMatchObject([
      { eventName, product: { id: 'A', name: 'Tee', price: 1_050, quantity: 2 }, currency: 'EUR' },
    ]);
  });

  it('add the lines in the same request to an order, once', () => {
    const order = { e: 'tr', tr_id: 'o-1', tr_tt: '35.5', tr_cu: 'EUR' };
    const line = { e: 'ti', ti_id: 'o-1', ti_sk: 'A', ti_pr: '10', ti_qu: '2', ti_cu: 'EUR' };
    const [first, second, again, other] = read(order, line, order, { ...order, tr_id: 'o-2' });
    expect(first).toMatchObject({
      order: { orderId: 'o-1', items: [{ id: 'A', price: 1_000, quantity: '2' }] },
    });
    expect(second).toMatchObject({ eventName: 'transaction_item', product: { id: 'A' } });
    for (const without of [again, other]) expect(without?.order).toMatchObject({ items: undefined });
  });
});
