import { PAGE_SIZE } from '../contract/shop-contract';
import { aShop, aDelivery, type TestShop } from '../testing/a-shop';
import { createShopDataSource } from '../database/data-source';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const names = (products: readonly { name: string }[]) => products.map(({ name }) => name);

/** Writes to the catalogue, as its owner. */
async function asOwner(statement: string): Promise<void> {
  const owner = await createShopDataSource(test.urls.shop_admin, { connections: 1 }).initialize();
  await owner.query(statement);
  await owner.destroy();
}

describe('search', () => {
  it.each(['bàn phím', 'ban phim', 'BÀN  PHÍM!', 'bàn phím'.normalize('NFD')])(
    'finds keyboards by %p',
    async (term) => {
      const { items } = await test.shop.search({ term });
      expect(names(items)).toEqual([
        'Clavio K75',
        'Clavio K100',
        'Clavio Slim',
        'Clavio Split',
        'Voltara Strike TKL',
      ]);
    },
  );

  it('requires every word, and puts the whole phrase first', async () => {
    const { items } = await test.shop.search({ term: 'voltara arc 27' });
    expect(names(items)).toEqual(['Voltara Arc 27Q']);
    const notes = await test.shop.search({ term: 'note 14' });
    expect(names(notes.items)[0]).toBe('Birchfield Note 14');
    expect(names(notes.items)).toContain('Kestrel X14');
  });

  it.each(['', '   ', '%', '_', "'; DROP TABLE products; --"])('finds nothing for %p', async (term) => {
    await expect(test.shop.search({ term })).resolves.toMatchObject({ items: [], total: 0, pageCount: 1 });
  });

  it('has each of its results on exactly one page, and counts them', async () => {
    const first = await test.shop.search({ term: 'laptops' });
    const pages = await Promise.all(
      Array.from({ length: first.pageCount }, (_, index) =>
        test.shop.search({ term: 'laptops', page: index + 1 }),
      ),
    );
    const shown = pages.flatMap(({ items }) => names(items));
    expect(first.items).toHaveLength(PAGE_SIZE);
    expect(new Set(shown).size).toBe(first.total);
    expect(shown).toHaveLength(first.total);
  });

  it('corrects a typing mistake and reports it', async () => {
    const { items, correctedTo, alternatives, popular } = await test.shop.search({ term: 'moniter 49' });
    expect(names(items)).toEqual(['Voltara Horizon 49']);
    expect([correctedTo, alternatives, popular]).toEqual(['monitor 49', [], []]);
  });

  it('offers other searches and what is bought most when it finds nothing', async () => {
    const { cart, cartKey } = await test.shop.addToCart({
      cartKey: null,
      customerId: null,
      productId: 'AC-3404',
      quantity: 2,
    });
    await test.shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'bank_transfer' });
    await test.shop.placeOrder({ cartKey, customerId: null, expectedTotal: cart.subtotal });
    const nothing = await test.shop.search({ term: 'purple monitor' });
    expect(nothing).toMatchObject({ total: 0, alternatives: ['monitor'] });
    expect(nothing.popular).toHaveLength(4);
    expect(nothing.popular[0]?.id).toBe('AC-3404');
  });

  it('finds a product under its new name as soon as it is renamed', async () => {
    expect((await test.shop.search({ term: 'zephyr' })).total).toBe(0);
    await asOwner(`UPDATE products SET name = 'Zephyr Riser' WHERE name = 'Wayfold Riser'`);
    expect(names((await test.shop.search({ term: 'zephyr' })).items)).toEqual(['Zephyr Riser']);
    await asOwner(`UPDATE categories SET name = 'Gizmos' WHERE slug = 'accessories'`);
    expect((await test.shop.search({ term: 'gizmo' })).total).toBeGreaterThan(20);
  });
});

describe('suggest', () => {
  it('offers departments and products for the beginning of a word', async () => {
    const { categories, products } = await test.shop.suggest({ term: 'lap' });
    expect(names(categories)).toEqual(['Laptops']);
    expect(new Set(products.map(({ category }) => category))).toEqual(new Set(['laptops']));
    expect(products).toHaveLength(6);
  });

  it.each(['', ' ', '!'])('offers nothing for %p', async (term) => {
    await expect(test.shop.suggest({ term })).resolves.toEqual({ categories: [], products: [] });
  });
});
