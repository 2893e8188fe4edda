import pg from 'pg';
import { newCartKey } from './cart-keys';
import { aShop, type TestShop } from '../testing/a-shop';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const add = (cartKey: string | null = null) =>
  test.shop.addToCart({ cartKey, customerId: null, productId: 'LT-1301', quantity: 1 });
const customer = (customerId: string) => ({ customerId, email: 'lan@example.com', name: 'Lan' });

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: test.urls.shop_admin });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

describe('a cart', () => {
  it('keeps its id in events as long as it lives, whichever browser of its customer opens it', async () => {
    const { cart, cartKey } = await add();
    const later = (await add(cartKey)).cart;
    await test.shop.welcomeCustomer({ customer: customer('sub-names'), cartKey });
    const elsewhere = await test.shop.welcomeCustomer({ customer: customer('sub-names'), cartKey: null });
    const there = await test.shop.getCart({ cartKey: elsewhere.cartKey ?? '' });
    expect([later.analyticsId, there?.analyticsId]).toEqual([cart.analyticsId, cart.analyticsId]);
    expect(elsewhere.cartKey).not.toBe(cartKey);
  });

  it('reveals neither its key nor its row’s id, and the database holds no key', async () => {
    const { cart, cartKey } = await add();
    const [row] = await rows(`SELECT id FROM carts WHERE analytics_id = '${cart.analyticsId}'`);
    expect(JSON.stringify(cart)).not.toContain(cartKey);
    expect(JSON.stringify(cart)).not.toContain(String(row?.['id']));
    expect(JSON.stringify(await rows('SELECT * FROM carts, cart_keys'))).not.toContain(cartKey);
  });

  it('has a different key of 256 bits for every cart and every browser', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, async () => (await add()).cartKey));
    expect(new Set(keys).size).toBe(20);
    for (const key of keys) expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  });

  it('stays with its customer when another customer with its key signs in', async () => {
    const { cart, cartKey } = await add();
    await test.shop.welcomeCustomer({ customer: customer('sub-first'), cartKey });
    const second = await test.shop.welcomeCustomer({ customer: customer('sub-second'), cartKey });
    expect(second).toEqual({ cartKey: null });
    const [row] = await rows(`SELECT customer_id FROM carts WHERE analytics_id = '${cart.analyticsId}'`);
    expect(row).toEqual({ customer_id: 'sub-first' });
  });
});

describe('somebody with the data of the warehouse', () => {
  it('opens no cart by its id in events, padded or not', async () => {
    const { cart } = await add();
    const guesses = [cart.analyticsId, cart.analyticsId.replaceAll('-', '').padEnd(43, 'A')];
    for (const cartKey of guesses) {
      await expect(test.shop.getCart({ cartKey }).catch(() => null)).resolves.toBeNull();
      await expect(
        test.shop.saveCheckout({ cartKey, payment: 'bank_transfer' }).catch(({ code }) => code),
      ).resolves.toMatch(/^(bad_input|cart_not_found)$/);
    }
  });

  it('moves no cart to their account', async () => {
    const { cart, cartKey } = await add();
    const stranger = customer('sub-stranger');
    const guess = cart.analyticsId.replaceAll('-', '').padEnd(43, 'A');
    await expect(test.shop.welcomeCustomer({ customer: stranger, cartKey: guess })).resolves.toEqual({
      cartKey: null,
    });
    await expect(test.shop.getCart({ cartKey })).resolves.toMatchObject({ quantity: 1 });
  });
});

describe('a cart from before there were keys', () => {
  it('cannot be opened by its id, and comes back to its customer at the next sign-in', async () => {
    const cartId = await anOldCart('sub-old');
    for (const cartKey of [cartId, cartId.replaceAll('-', '').padEnd(43, 'A')]) {
      await expect(test.shop.getCart({ cartKey }).catch(() => null)).resolves.toBeNull();
    }
    const { cartKey } = await test.shop.welcomeCustomer({ customer: customer('sub-old'), cartKey: null });
    const cart = await test.shop.getCart({ cartKey: cartKey ?? '' });
    expect(cart).toMatchObject({ analyticsId: cartId, quantity: 2 });
  });

  /** A customer's cart from before carts had keys. */
  async function anOldCart(customerId: string): Promise<string> {
    await test.shop.welcomeCustomer({ customer: customer(customerId), cartKey: null });
    const [cart] = await rows(`INSERT INTO carts (customer_id) VALUES ('${customerId}') RETURNING id`);
    const id = String(cart?.['id']);
    await rows(`UPDATE carts SET analytics_id = id WHERE id = '${id}'`);
    await rows(`INSERT INTO cart_items (cart_id, product_id, quantity) VALUES ('${id}', 'LT-1301', 2)`);
    return id;
  }
});

it('finds no cart for a key that was never issued', async () => {
  await expect(test.shop.getCart({ cartKey: newCartKey() })).resolves.toBeNull();
});
