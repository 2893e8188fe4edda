import { aDelivery } from '../testing/a-shop';
import { checkInput, isShopOperation, OPERATION_INPUTS } from './operation-inputs';

const cartKey = 'x'.repeat(43);

describe('isShopOperation', () => {
  it('accepts the operations, and no property of every object', () => {
    expect(Object.keys(OPERATION_INPUTS).every(isShopOperation)).toBe(true);
    expect(['constructor', 'toString', '__proto__', '', 7, null].some(isShopOperation)).toBe(false);
  });
});

describe('checkInput', () => {
  it('returns a valid input', () => {
    const input = { cartKey, productId: 'LT-1301', quantity: 2 };
    expect(checkInput('setQuantity', input)).toEqual(input);
  });

  it.each([
    ['NUL', 'lap\u0000top'],
    ['half of a surrogate pair', 'lap\ud83dtop'],
    ['the other half', '\udc00laptop'],
    ['control characters', '\u0001lap\u001b\u007f\u009ftop'],
  ])('removes %s from a text', (_what, term) => {
    expect(checkInput('search', { term })).toEqual({ term: 'laptop' });
  });

  it('removes them from inner texts too, and leaves letters, emoji and line feeds', () => {
    const delivery = { ...aDelivery, name: 'Đặng 😀\u0000', note: 'Gate 2\r\nRing\ttwice' };
    expect(checkInput('saveCheckout', { cartKey, delivery })).toEqual({
      cartKey,
      delivery: { ...delivery, name: 'Đặng 😀' },
    });
  });

  it.each([
    ['a key that is not one', 'getCart', { cartKey: "' OR 1=1" }],
    ['the id of a cart in events', 'getCart', { cartKey: '0b2f5c1e-8d4a-4f6b-9c3d-2e1f0a9b8c7d' }],
    ['a quantity below 0', 'setQuantity', { cartKey, productId: 'x', quantity: -1 }],
    ['half a piece', 'setQuantity', { cartKey, productId: 'x', quantity: 1.5 }],
    ['more pieces than a cart accepts', 'setQuantity', { cartKey, productId: 'x', quantity: 11 }],
    ['page 0', 'search', { term: 'x', page: 0 }],
    ['an unknown field', 'getHomePage', { also: true }],
    [
      'an order that names its own prices',
      'placeOrder',
      { cartKey, customerId: null, expectedTotal: 1, price: 1 },
    ],
    ['an unknown payment method', 'saveCheckout', { cartKey, payment: 'barter' }],
    ['a list instead of a text', 'findProduct', { slug: ['x'] }],
    ['a text of ten million letters', 'search', { term: 'x'.repeat(10_000_000) }],
    ['nothing', 'findProduct', undefined],
  ] as const)('refuses %s', (_, operation, input) => {
    expect(() => checkInput(operation, input)).toThrow(expect.objectContaining({ code: 'bad_input' }));
  });
});
