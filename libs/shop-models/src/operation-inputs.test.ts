import { checkInput, isShopOperation, OPERATION_INPUTS } from './operation-inputs';

const cartId = '0b2f5c1e-8d4a-4f6b-9c3d-2e1f0a9b8c7d';

describe('isShopOperation', () => {
  it('knows the operations, and nothing that every object has', () => {
    expect(Object.keys(OPERATION_INPUTS).every(isShopOperation)).toBe(true);
    expect(['constructor', 'toString', '__proto__', '', 7, null].some(isShopOperation)).toBe(false);
  });
});

describe('checkInput', () => {
  it('gives back what is right', () => {
    const input = { cartId, productId: 'LT-1301', quantity: 2 };
    expect(checkInput('setQuantity', input)).toBe(input);
  });

  it.each([
    ['a cart id that is no UUID', 'getCart', { cartId: "' OR 1=1" }],
    ['a quantity below nothing', 'setQuantity', { cartId, productId: 'x', quantity: -1 }],
    ['half a piece', 'setQuantity', { cartId, productId: 'x', quantity: 1.5 }],
    ['more pieces than a cart takes', 'setQuantity', { cartId, productId: 'x', quantity: 11 }],
    ['page 0', 'search', { term: 'x', page: 0 }],
    ['a field that does not belong', 'shelves', { also: true }],
    [
      'an order that names its own prices',
      'placeOrder',
      { cartId, customerId: null, expectedTotal: 1, price: 1 },
    ],
    ['a way to pay that is unknown', 'saveCheckout', { cartId, payment: 'barter' }],
    ['nothing', 'findProduct', undefined],
  ] as const)('refuses %s', (_, operation, input) => {
    expect(() => checkInput(operation, input)).toThrow(expect.objectContaining({ code: 'bad_input' }));
  });
});
