import { CATALOGUE } from '../catalogue';
import { unitPrice } from '../checkout/pricing';
import { PAGE_SIZE } from '../contract/shop-contract';
import { SORT_ORDERS } from '../contract/sort-order';
import { aShop, type TestShop } from '../testing/a-shop';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const laptops = CATALOGUE.filter(({ category }) => category === 'laptops');
const names = (products: readonly { name: string }[]) => products.map(({ name }) => name);

describe('listCategory', () => {
  it('returns the category in the recommended order, page by page', async () => {
    const first = await test.shop.listCategory({ slug: 'laptops' });
    const second = await test.shop.listCategory({ slug: 'laptops', page: 2 });
    expect(first).toMatchObject({ total: laptops.length, page: 1, pageCount: 2 });
    expect(first?.items).toHaveLength(PAGE_SIZE);
    expect(names([...(first?.items ?? []), ...(second?.items ?? [])])).toEqual(names(laptops));
  });

  it.each(SORT_ORDERS)('has every product on exactly one page when sorted by %s', async (sort) => {
    const pages = await Promise.all(
      [1, 2].map((page) => test.shop.listCategory({ slug: 'laptops', sort, page })),
    );
    const shown = pages.flatMap((page) => names(page?.items ?? []));
    expect(shown.sort()).toEqual(names(laptops).sort());
  });

  it('sorts by today’s price, not by the usual price', async () => {
    const list = await test.shop.listCategory({ slug: 'monitors', sort: 'price-up' });
    const prices = (list?.items ?? []).map(unitPrice);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    const dearest = await test.shop.listCategory({ slug: 'monitors', sort: 'price-down' });
    expect(dearest?.items[0]?.name).toBe('Lumea Span 40');
  });

  it('narrows to a brand and still lists all of them', async () => {
    const list = await test.shop.listCategory({ slug: 'laptops', brand: 'Kestrel' });
    expect(new Set(list?.items.map(({ brand }) => brand))).toEqual(new Set(['Kestrel']));
    expect(list?.brands).toEqual([
      { name: 'Birchfield', products: 3 },
      { name: 'Kestrel', products: 4 },
      { name: 'Solenne', products: 5 },
      { name: 'Voltara', products: 4 },
    ]);
  });

  it('returns the last page for a page number past the end', async () => {
    await expect(test.shop.listCategory({ slug: 'laptops', page: 99 })).resolves.toMatchObject({ page: 2 });
  });

  it('returns null for any other category', async () => {
    await expect(test.shop.listCategory({ slug: 'cars' })).resolves.toBeNull();
  });
});

describe('listProducts', () => {
  it('returns products in the order of their ids, each once, without unknown ones', async () => {
    const productIds = ['MN-2401', 'nothing', 'LT-1301', 'MN-2401'];
    const list = await test.shop.listProducts({ productIds });
    expect(list.map(({ id }) => id)).toEqual(['MN-2401', 'LT-1301']);
    expect(list[1]).toMatchObject({ name: laptops.find(({ id }) => id === 'LT-1301')?.name, available: 10 });
    await expect(test.shop.listProducts({ productIds: [] })).resolves.toEqual([]);
  });

  it('refuses more than fifty', async () => {
    const productIds = Array.from({ length: 51 }, (_, index) => `LT-${index}`);
    await expect(test.shop.listProducts({ productIds })).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('findProduct', () => {
  it('returns the product as the catalogue describes it, details in their order', async () => {
    const found = await test.shop.findProduct({ slug: 'voltara-horizon-49' });
    const described = CATALOGUE.find(({ slug }) => slug === 'voltara-horizon-49');
    const shown = { ...described };
    delete shown.pieces;
    expect({ ...found, keywords: described?.keywords }).toMatchObject(shown);
  });

  it('suggests others of the same category, never the product itself', async () => {
    const product = await test.shop.findProduct({ slug: 'clavio-k75' });
    expect(product?.related).toHaveLength(4);
    expect(names(product?.related ?? [])).toContain('Clavio K100');
    expect(names(product?.related ?? [])).not.toContain('Clavio K75');
  });

  it('returns null for any other product', async () => {
    await expect(test.shop.findProduct({ slug: 'nothing-like-it' })).resolves.toBeNull();
  });
});

describe('getHomePage', () => {
  it('returns offers of every category, and the newest first', async () => {
    const { categories, offers, newest } = await test.shop.getHomePage({});
    expect(categories.map(({ slug, products }) => [slug, products])).toEqual([
      ['laptops', laptops.length],
      ['monitors', CATALOGUE.filter(({ category }) => category === 'monitors').length],
      ['accessories', CATALOGUE.filter(({ category }) => category === 'accessories').length],
    ]);
    expect(new Set(offers.map(({ category }) => category)).size).toBe(3);
    expect(offers.every(({ discountPrice }) => discountPrice !== null)).toBe(true);
    expect(newest[0]?.name).toBe('Lumea Span 40');
  });
});
