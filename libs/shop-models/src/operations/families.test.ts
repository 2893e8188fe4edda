import { toTrackedOrder } from '../contract/tracked-order';
import { aDelivery, aShop, type TestShop } from '../testing/a-shop';

const ROSE = 'AC-3201-R';
const BLACK = 'AC-3201-B';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const cartOf = (productId: string, quantity = 1) =>
  test.shop.addToCart({ cartKey: null, customerId: null, productId, quantity });
const change = (productId: string, pieces: number, piecesSeen: number) =>
  test.shop.deskChangeProduct({
    productId,
    actor: 'mai@shop.example',
    pieces,
    piecesSeen,
    price: 890_000,
    discountPrice: null,
  });

/** Orders so many pieces of the black mouse. */
async function order(quantity: number) {
  const { cart, cartKey } = await cartOf(BLACK, quantity);
  const delivery = { ...aDelivery, method: 'standard' as const };
  await test.shop.saveCheckout({ cartKey, delivery, payment: 'cash_on_delivery' });
  return test.shop.placeOrder({ cartKey, customerId: null, expectedTotal: cart.subtotal });
}

describe('lists', () => {
  it('have one of a family, with their number and the lowest price', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => test.shop.listCategory({ slug: 'accessories', page })),
    );
    const shown = pages.flatMap((page) => page?.items ?? []);
    expect(shown).toHaveLength(pages[0]?.total ?? 0);
    expect(shown.filter(({ id }) => id.startsWith('AC-3404'))).toMatchObject([
      { id: 'AC-3404', family: { count: 3, from: 2_690_000 } },
    ]);
    expect(shown.find(({ id }) => id === 'AC-3101')).not.toHaveProperty('family');
    const cheapest = await test.shop.listCategory({ slug: 'accessories', sort: 'price-up' });
    const prices = (cheapest?.items ?? []).map((one) => one.family?.from ?? one.discountPrice ?? one.price);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });

  it('say that a family is in stock while one of it is', async () => {
    const stock = await test.dataSource.query<{ pieces: number }[]>(
      `SELECT pieces FROM stock WHERE product_id = 'AC-3201'`,
    );
    const pieces = stock[0]?.pieces ?? 0;
    await change('AC-3201', 0, pieces);
    const { items } = await test.shop.search({ term: 'clavio glide' });
    expect(items[0]).toMatchObject({ id: 'AC-3201', available: 10 });
    expect(await test.shop.findProduct({ slug: 'clavio-glide' })).toMatchObject({ available: 0 });
    await change('AC-3201', pieces, 0);
  });
});

describe('a search', () => {
  it('shows of each family the one that has the words', async () => {
    const ids = async (term: string) => (await test.shop.search({ term })).items.map(({ id }) => id);
    expect(await ids('kestrel x14 64 gb')).toEqual(['LT-1401-64']);
    expect((await ids('junctio vault')).filter((id) => id.startsWith('AC-3404'))).toEqual(['AC-3404']);
    const found = await test.shop.search({ term: 'junctio vault 4 tb' });
    expect(found.items[0]).toMatchObject({ id: 'AC-3404-4', price: 8_290_000, family: { from: null } });
  });
});

describe('the page of a product', () => {
  it('knows its family, and suggests others than it', async () => {
    const page = await test.shop.findProduct({ slug: 'solenne-air-13-32gb-navy' });
    expect(page?.variants.map(({ id, variant }) => [id, variant])).toEqual([
      ['LT-1301', '16 GB, Silver'],
      ['LT-1301-16N', '16 GB, Navy'],
      ['LT-1301-32N', '32 GB, Navy'],
      ['LT-1301-32S', '32 GB, Silver'],
    ]);
    expect(page?.related.map(({ id }) => id).filter((id) => id.startsWith('LT-1301'))).toEqual([]);
    expect((await test.shop.findProduct({ slug: 'clavio-k75' }))?.variants).toEqual([]);
  });
});

describe('stock', () => {
  it('is that of the variant: one that is sold out cannot be bought, and takes none of another', async () => {
    await expect(cartOf(ROSE)).rejects.toMatchObject({ code: 'stock_short' });
    await expect(cartOf(BLACK)).resolves.toMatchObject({ cart: { items: [{ product: { id: BLACK } }] } });
  });

  it('is never below zero when many buy the last pieces at once', async () => {
    await change(BLACK, 9, 200);
    const orders = await Promise.allSettled(Array.from({ length: 12 }, () => order(3)));
    const placed = orders.filter(({ status }) => status === 'fulfilled');
    expect(placed).toHaveLength(3);
    const left = await test.dataSource.query(
      `SELECT product_id, pieces FROM stock WHERE product_id IN ('AC-3201', 'AC-3201-B') ORDER BY 1`,
    );
    expect(left).toEqual([
      { product_id: 'AC-3201', pieces: 200 },
      { product_id: 'AC-3201-B', pieces: 0 },
    ]);
  });
});

it('an order and its event name the variant', async () => {
  await change(BLACK, 5, 0);
  const placed = await order(3);
  expect(placed.order.items[0]?.product).toMatchObject({ name: 'Clavio Glide, black', variant: 'Black' });
  expect(toTrackedOrder(placed.order).items).toMatchObject([{ id: BLACK, variant: 'Black' }]);
});
