import { hashSource } from '../content-security-policy.mjs';
import { COOKIES } from './cookies/shop-cookies';
import { aBuiltShop, type BuiltShop } from './shop/testing/a-built-shop';

const PAGES = [
  '/',
  '/category/laptops',
  '/category/laptops?brand=Kestrel&sort=price-up',
  '/product/kestrel-x14',
  '/vi',
  '/vi/category/laptops?brand=Kestrel',
  '/vi/product/kestrel-x14',
];

let built: BuiltShop;
beforeAll(async () => {
  built = await aBuiltShop();
});
afterAll(() => built.close());

const aVisitor = (key: string) =>
  Object.values(COOKIES)
    .map((name) => `${name}=${key}`)
    .join('; ');
const scriptSources = (policy: string | null) =>
  /script-src ([^;]*)/.exec(policy ?? '')?.[1]?.split(' ') ?? [];
const scriptsIn = (html: string) =>
  [...html.matchAll(/<script(?![^>]* src=)[^>]*>(.*?)<\/script>/gs)].map(([, text]) => text ?? '');

describe.each(PAGES)('%s', (path) => {
  it('is the same for everybody, also for a cart, an account and a choice', async () => {
    const added = { customerId: null, productId: 'LT-1301', quantity: 2 };
    const { cartKey } = await built.shop.addToCart({ cartKey: null, ...added });
    const [nobody, somebody] = [await built.get(path), await built.get(path, aVisitor(cartKey))];
    expect(await somebody.text()).toBe(await nobody.text());
    expect(somebody.headers.get('set-cookie')).toBeNull();
  });

  it('may be kept by shared caches for five minutes, not by browsers', async () => {
    const { headers } = await built.get(path);
    expect(headers.get('cache-control')).toBe('s-maxage=300, stale-while-revalidate=300');
  });

  it('allows its own scripts by their hashes, and no other', async () => {
    const response = await built.get(path);
    const [own, ...hashes] = scriptSources(response.headers.get('content-security-policy'));
    const scripts = scriptsIn(await response.text()).filter(Boolean);
    expect(own).toBe("'self'");
    expect(new Set(hashes)).toEqual(new Set(scripts.map(hashSource)));
    expect(hashes.length).toBeGreaterThan(2);
    expect(response.headers.get('content-security-policy')).toContain(
      "connect-src 'self' http://127.0.0.1:1;",
    );
  });
});

it('keeps no page that the shop could not make', async () => {
  expect((await built.get('/product/no-such-product')).status).toBe(404);
  expect((await built.get('/category/cars')).status).toBe(404);
});

it.each([
  '/en',
  '/home',
  '/vi/home',
  '/en/product/kestrel-x14',
  '/category/laptops/-/-/-',
  '/vi/category/laptops/-/-/-',
])('has no page at the route %s', async (route) => {
  expect((await built.get(route)).status).toBe(404);
});
