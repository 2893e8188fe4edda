import pg from 'pg';
import { createShopDataSource } from '../../database/data-source';
import { createShop } from '../../shop';
import { aDelivery, aShop, type TestShop } from '../../testing/a-shop';
import { keyHash, newCartKey } from '../cart-keys';

const MOUSE = 'AC-3201';
const HUB = 'AC-3402';
const BUYERS = 1_000;
/** Orders in the database at any moment: more than a shop's pool opens. */
const AT_ONCE = 20;

let test: TestShop;
let admin: pg.Client;
beforeAll(async () => {
  test = await aShop();
  admin = new pg.Client({ connectionString: test.urls.shop_admin });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const stockOf = async (productId: string) =>
  (await admin.query<{ pieces: number }>('SELECT pieces FROM stock WHERE product_id = $1', [productId]))
    .rows[0]?.pieces;
const setStock = (productId: string, pieces: number) =>
  admin.query('UPDATE stock SET pieces = $2 WHERE product_id = $1', [productId, pieces]);
const add = (productId: string, cartKey: string | null = null, quantity = 1) =>
  test.shop.addToCart({ cartKey, customerId: null, productId, quantity });

/** Carts at the last step of their checkout, each with these products. */
async function readyCarts(count: number, products: readonly string[]): Promise<string[]> {
  const keys = Array.from({ length: count }, newCartKey);
  await admin.query(
    `WITH made AS (INSERT INTO carts (checkout) SELECT $1::jsonb FROM generate_series(1, $2) RETURNING id),
       keyed AS (SELECT id, row_number() OVER () AS n FROM made),
       keys AS (INSERT INTO cart_keys SELECT hash, id FROM keyed
                JOIN unnest($3::bytea[]) WITH ORDINALITY AS given (hash, n) USING (n))
     INSERT INTO cart_items (cart_id, product_id, quantity) SELECT id, product, 1 FROM keyed, unnest($4::text[]) AS product`,
    [{ delivery: aDelivery, payment: 'cash_on_delivery' }, count, keys.map(keyHash), products],
  );
  return keys;
}

it('1,000 buyers at once get the 10 pieces that are there, and each of the others hears why not', async () => {
  await setStock(HUB, 10);
  // Every other one has filled the cart the other way round, so two could wait for each other.
  const [some, others] = [
    await readyCarts(BUYERS / 2, [HUB, MOUSE]),
    await readyCarts(BUYERS / 2, [MOUSE, HUB]),
  ];
  const carts = some.flatMap((cart, index) => [cart, others[index] ?? '']);
  await setStock(MOUSE, BUYERS);
  const [first] = carts;
  const expectedTotal = ((await test.shop.getCart({ cartKey: first ?? '' }))?.subtotal ?? 0) + 30_000;
  const crowd = await createShopDataSource(test.urls.shop_app, { connections: AT_ONCE }).initialize();
  const shop = createShop(crowd);
  const order = (cartKey: string) => shop.placeOrder({ cartKey, customerId: null, expectedTotal });

  const waiting = [...carts];
  const won: string[] = [];
  const refusals = new Set<string>();
  const buyer = async () => {
    for (let cartKey = waiting.pop(); cartKey; cartKey = waiting.pop())
      await order(cartKey).then(
        () => won.push(cartKey ?? ''),
        (error: unknown) => refusals.add(String(error)),
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, buyer));
  // A double click, the back button, another tab: it is the order that they have.
  const again = await Promise.all([...won, ...won].map(order));
  await crowd.destroy();

  expect([won.length, new Set(again.map((placed) => placed.order.orderId)).size]).toEqual([10, 10]);
  expect([...refusals]).toEqual(['ShopError: Junctio Hub 7 is sold out. Remove it from your cart to go on.']);
  expect([await stockOf(HUB), await stockOf(MOUSE)]).toEqual([0, BUYERS - 10]);
  const { rows } = await admin.query('SELECT count(*)::integer AS orders FROM orders');
  expect(rows).toEqual([{ orders: 10 }]);
});

describe('the cart', () => {
  it('has no more pieces than there are', async () => {
    await setStock(HUB, 3);
    const { cartKey, cart } = await add(HUB, null, 5);
    expect(cart.items).toMatchObject([{ quantity: 3, product: { available: 3 } }]);
    await expect(add(HUB, cartKey)).rejects.toMatchObject({
      code: 'stock_short',
      message: 'All 3 pieces of Junctio Hub 7 that we have are in your cart.',
    });
    await expect(test.shop.setQuantity({ cartKey, productId: HUB, quantity: 4 })).rejects.toMatchObject({
      code: 'stock_short',
      message: 'Only 3 pieces of this product are left. Choose fewer in your cart.',
    });
    await expect(test.shop.getCart({ cartKey })).resolves.toMatchObject({ quantity: 3 });
  });

  it('refuses a product that is sold out, and shows when one was sold meanwhile', async () => {
    await setStock(HUB, 1);
    const { cartKey } = await add(HUB);
    await setStock(HUB, 0);
    await expect(add(HUB)).rejects.toMatchObject({ message: 'Junctio Hub 7 is sold out.' });
    await expect(test.shop.getCart({ cartKey })).resolves.toMatchObject({
      items: [{ quantity: 1, product: { available: 0 } }],
    });
  });

  it('tells a shopper no more of a large stock than a cart can hold', async () => {
    await setStock(HUB, 5_000);
    await expect(test.shop.findProduct({ slug: 'junctio-hub-7' })).resolves.toMatchObject({ available: 10 });
  });
});

it('an order that is short of one product takes nothing of another', async () => {
  await setStock(MOUSE, 50);
  await setStock(HUB, 0);
  const [cartKey = ''] = await readyCarts(1, [MOUSE, HUB]);
  const cart = await test.shop.getCart({ cartKey });
  const expectedTotal = (cart?.subtotal ?? 0) + 30_000;
  await expect(test.shop.placeOrder({ cartKey, customerId: null, expectedTotal })).rejects.toMatchObject({
    code: 'stock_short',
  });
  expect(await stockOf(MOUSE)).toBe(50);
});
