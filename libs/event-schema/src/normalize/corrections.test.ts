import { aProduct } from '../testing';
import { correctionsOf } from './corrections';

describe('the faults of an event', () => {
  it('are reported once for all positions of a list', () => {
    const items = [aProduct({ quantity: 0 }), aProduct({ quantity: 0 })];
    const order = { orderId: 'o-1', revenue: 1, currency: 'VND', items };
    expect(correctionsOf({ eventName: 'checkout_complete', schemaVersion: 1, order } as never)).toContain(
      'order.items.quantity: expected integer to be greater or equal to 1',
    );
  });

  it('name one path, also within an optional part', () => {
    const faultsOf = (cart: object) => correctionsOf({ eventName: 'add_to_cart_click', cart } as never);
    expect(faultsOf({ cartId: 'c-1', value: 'much' })).toContain('cart.value: expected integer');
    expect(faultsOf({ cartId: 'c-1', items: [{ name: 'Cap' }] })).toContain('cart.items.id: is missing');
  });

  it('leave out names that a page chooses, of which there may be any number', () => {
    const dataset = { 'mai@shop.example: x': 1, b: { c: 2 }, '0': null };
    const faults = correctionsOf({ eventName: 'click', element: { tag: 'a', dataset } } as never);
    expect(faults.filter((fault) => fault.startsWith('element'))).toEqual([
      'element.dataset: expected string',
    ]);
  });
});
