import { aDelivery, aShop, type TestShop } from '../testing/a-shop';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const unknownCart = '00000000-0000-4000-8000-000000000000';
const lan = { customerId: 'sub-lan', email: 'lan@example.com', name: 'Lan' };

const add = (productId: string, cartId: string | null = null, quantity = 1) =>
  test.shop.addToCart({ cartId, customerId: null, productId, quantity });

describe('addToCart', () => {
  it('begins a cart and counts its pieces at today’s prices', async () => {
    const { cartId } = await add('LT-1301');
    const cart = await add('AC-3201', cartId, 2);
    expect(cart).toMatchObject({ cartId, quantity: 3, subtotal: 26_490_000 + 2 * 690_000 });
    expect(cart.items.map(({ product, unitPrice }) => [product.name, unitPrice])).toEqual([
      ['Solenne Air 13', 26_490_000],
      ['Clavio Glide', 690_000],
    ]);
    await expect(test.shop.getCart({ cartId })).resolves.toEqual(cart);
  });

  it('adds to what is there, up to ten of a product', async () => {
    const { cartId } = await add('AC-3201', null, 6);
    await expect(add('AC-3201', cartId, 3)).resolves.toMatchObject({ quantity: 9 });
    await expect(add('AC-3201', cartId, 3)).resolves.toMatchObject({ quantity: 10 });
  });

  it('loses no piece when two arrive at once', async () => {
    const { cartId } = await add('LT-1301');
    await Promise.all(['AC-3201', 'AC-3201', 'AC-3202', 'AC-3203'].map((product) => add(product, cartId)));
    await expect(test.shop.getCart({ cartId })).resolves.toMatchObject({ quantity: 5 });
  });

  it('begins another cart when the one named is unknown', async () => {
    const cart = await add('LT-1301', unknownCart);
    expect(cart.cartId).not.toBe(unknownCart);
  });

  it('refuses a product that is not sold', async () => {
    await expect(add('LT-0000')).rejects.toMatchObject({ code: 'product_not_found' });
  });
});

describe('setQuantity', () => {
  it('sets, and takes out at nothing', async () => {
    const { cartId } = await add('LT-1301');
    await expect(test.shop.setQuantity({ cartId, productId: 'LT-1301', quantity: 4 })).resolves.toMatchObject(
      {
        quantity: 4,
      },
    );
    await expect(test.shop.setQuantity({ cartId, productId: 'LT-1301', quantity: 0 })).resolves.toMatchObject(
      {
        items: [],
        subtotal: 0,
      },
    );
  });

  it('does not bring in a product that is not in the cart', async () => {
    const { cartId } = await add('LT-1301');
    const cart = await test.shop.setQuantity({ cartId, productId: 'LT-1302', quantity: 1 });
    expect(cart.items.map(({ product }) => product.id)).toEqual(['LT-1301']);
  });

  it('says so when the cart is gone', async () => {
    const change = test.shop.setQuantity({ cartId: unknownCart, productId: 'LT-1301', quantity: 1 });
    await expect(change).rejects.toMatchObject({ code: 'cart_not_found' });
  });
});

describe('saveCheckout', () => {
  it('keeps each step, and one step does not forget the other', async () => {
    const { cartId } = await add('LT-1301');
    await test.shop.saveCheckout({ cartId, delivery: aDelivery });
    const cart = await test.shop.saveCheckout({ cartId, payment: 'bank_transfer' });
    expect(cart.checkout).toEqual({ delivery: aDelivery, payment: 'bank_transfer' });
  });

  it('refuses a delivery that would never arrive', async () => {
    const { cartId } = await add('LT-1301');
    const save = test.shop.saveCheckout({ cartId, delivery: { ...aDelivery, phone: '12' } });
    await expect(save).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining('phone'),
    });
  });
});

describe('welcomeCustomer', () => {
  it('gives a guest’s cart to the account they sign in with', async () => {
    const { cartId } = await add('LT-1301');
    await expect(test.shop.welcomeCustomer({ customer: lan, cartId })).resolves.toEqual({ cartId });
  });

  it('brings back the latest open cart on another machine', async () => {
    const customer = { ...lan, customerId: 'sub-two-machines' };
    const { cartId } = await add('LT-1302');
    await test.shop.welcomeCustomer({ customer, cartId });
    await expect(test.shop.welcomeCustomer({ customer, cartId: null })).resolves.toEqual({ cartId });
    await expect(test.shop.welcomeCustomer({ customer, cartId: unknownCart })).resolves.toEqual({ cartId });
  });

  it('gives back a cart begun while signed in', async () => {
    const customer = { ...lan, customerId: 'sub-signed-in' };
    await test.shop.welcomeCustomer({ customer, cartId: null });
    const { cartId } = await test.shop.addToCart({
      cartId: null,
      customerId: customer.customerId,
      productId: 'LT-1301',
      quantity: 1,
    });
    await expect(test.shop.welcomeCustomer({ customer, cartId: null })).resolves.toEqual({ cartId });
  });

  it('gives nobody else’s cart', async () => {
    const { cartId } = await add('LT-1303');
    await test.shop.welcomeCustomer({ customer: { ...lan, customerId: 'sub-a' }, cartId });
    const other = await test.shop.welcomeCustomer({
      customer: { ...lan, customerId: 'sub-b' },
      cartId: null,
    });
    expect(other).toEqual({ cartId: null });
  });
});
