import { newCartKey } from './cart-keys';
import { aDelivery, aShop, type TestShop } from '../testing/a-shop';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const unknownKey = newCartKey();
const lan = { customerId: 'sub-lan', email: 'lan@example.com', name: 'Lan' };

const add = (productId: string, cartKey: string | null = null, quantity = 1) =>
  test.shop.addToCart({ cartKey, customerId: null, productId, quantity });

describe('addToCart', () => {
  it('begins a cart and counts its pieces at today’s prices', async () => {
    const { cartKey } = await add('LT-1301');
    const { cart } = await add('AC-3201', cartKey, 2);
    expect(cart).toMatchObject({ quantity: 3, subtotal: 26_490_000 + 2 * 690_000 });
    expect(cart.items.map(({ product, unitPrice }) => [product.name, unitPrice])).toEqual([
      ['Solenne Air 13', 26_490_000],
      ['Clavio Glide', 690_000],
    ]);
    await expect(test.shop.getCart({ cartKey })).resolves.toEqual(cart);
  });

  it('adds to the existing pieces, up to ten of a product', async () => {
    const { cartKey } = await add('AC-3201', null, 6);
    await expect(add('AC-3201', cartKey, 3)).resolves.toMatchObject({ cart: { quantity: 9 } });
    await expect(add('AC-3201', cartKey, 3)).resolves.toMatchObject({ cart: { quantity: 10 } });
  });

  it('loses no piece when two requests arrive at once', async () => {
    const { cartKey } = await add('LT-1301');
    await Promise.all(['AC-3201', 'AC-3201', 'AC-3202', 'AC-3203'].map((product) => add(product, cartKey)));
    await expect(test.shop.getCart({ cartKey })).resolves.toMatchObject({ quantity: 5 });
  });

  it('begins another cart when the given one is unknown', async () => {
    const cart = await add('LT-1301', unknownKey);
    expect(cart.cartKey).not.toBe(unknownKey);
  });

  it('refuses a product that is not sold', async () => {
    await expect(add('LT-0000')).rejects.toMatchObject({ code: 'product_not_found' });
  });
});

describe('setQuantity', () => {
  it('sets the quantity, and removes the product at 0', async () => {
    const { cartKey } = await add('LT-1301');
    await expect(
      test.shop.setQuantity({ cartKey, productId: 'LT-1301', quantity: 4 }),
    ).resolves.toMatchObject({
      quantity: 4,
    });
    await expect(
      test.shop.setQuantity({ cartKey, productId: 'LT-1301', quantity: 0 }),
    ).resolves.toMatchObject({
      items: [],
      subtotal: 0,
    });
  });

  it('does not add a product that is not in the cart', async () => {
    const { cartKey } = await add('LT-1301');
    const cart = await test.shop.setQuantity({ cartKey, productId: 'LT-1302', quantity: 1 });
    expect(cart.items.map(({ product }) => product.id)).toEqual(['LT-1301']);
  });

  it('refuses when the cart is gone', async () => {
    const change = test.shop.setQuantity({ cartKey: unknownKey, productId: 'LT-1301', quantity: 1 });
    await expect(change).rejects.toMatchObject({ code: 'cart_not_found' });
  });
});

describe('saveCheckout', () => {
  it('stores each step without losing the other', async () => {
    const { cartKey } = await add('LT-1301');
    await test.shop.saveCheckout({ cartKey, delivery: aDelivery });
    const cart = await test.shop.saveCheckout({ cartKey, payment: 'bank_transfer' });
    expect(cart.checkout).toEqual({ delivery: aDelivery, payment: 'bank_transfer' });
  });

  it('refuses a delivery that would never arrive', async () => {
    const { cartKey } = await add('LT-1301');
    const save = test.shop.saveCheckout({ cartKey, delivery: { ...aDelivery, phone: '12' } });
    await expect(save).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining('phone'),
    });
  });
});

describe('welcomeCustomer', () => {
  it('moves a guest’s cart to the account they sign in with', async () => {
    const { cartKey } = await add('LT-1301');
    await expect(test.shop.welcomeCustomer({ customer: lan, cartKey })).resolves.toEqual({ cartKey });
  });

  it('opens the latest open cart on another machine', async () => {
    const customer = { ...lan, customerId: 'sub-two-machines' };
    const { cartKey } = await add('LT-1302');
    await test.shop.welcomeCustomer({ customer, cartKey });
    for (const atHand of [null, unknownKey]) {
      const found = await test.shop.welcomeCustomer({ customer, cartKey: atHand });
      await expect(test.shop.getCart({ cartKey: found.cartKey ?? '' })).resolves.toMatchObject({
        items: [{ product: { id: 'LT-1302' } }],
      });
    }
  });

  it('returns a cart begun while signed in', async () => {
    const customer = { ...lan, customerId: 'sub-signed-in' };
    await test.shop.welcomeCustomer({ customer, cartKey: null });
    const { cart } = await test.shop.addToCart({
      cartKey: null,
      customerId: customer.customerId,
      productId: 'LT-1301',
      quantity: 1,
    });
    const found = await test.shop.welcomeCustomer({ customer, cartKey: null });
    await expect(test.shop.getCart({ cartKey: found.cartKey ?? '' })).resolves.toEqual(cart);
  });

  it('returns nobody else’s cart', async () => {
    const { cartKey } = await add('LT-1303');
    await test.shop.welcomeCustomer({ customer: { ...lan, customerId: 'sub-a' }, cartKey });
    const other = await test.shop.welcomeCustomer({
      customer: { ...lan, customerId: 'sub-b' },
      cartKey: null,
    });
    expect(other).toEqual({ cartKey: null });
  });
});
