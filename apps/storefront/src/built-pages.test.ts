import { gzipSync } from 'node:zlib';
import { COOKIES } from './cookies/shop-cookies';
import { CHECKOUT } from './tracking/testing/shop-values';
import { aBuiltShop, type BuiltShop } from './shop/testing/a-built-shop';
import { filesOfBuild } from './testing/built-files';

/** Compressed bytes of the home page, without the files that it loads. */
const LARGEST_HOME = 30_000;
/** The same with all that it loads until it is touched. */
const LARGEST_FIRST_VISIT = 100_000;

let built: BuiltShop;
beforeAll(async () => {
  built = await aBuiltShop();
});
afterAll(() => built.close());

/** A page as a browser without JavaScript has it: what scripts would show stays hidden. */
async function withoutScripts(path: string): Promise<string> {
  const response = await built.get(path);
  const html = await response.text();
  return html.replace(/<script.*?<\/script>/gs, '').replace(/<div hidden="" id="S:.*/s, '');
}

/** Addresses that a page loads by itself; pictures also those that wait until one scrolls there. */
async function loadedBy(html: string): Promise<Set<string>> {
  const page = html.replace(/<script>.*?<\/script>/gs, '').replace(/<script[^>]* noModule=""[^>]*>/g, '');
  const named = [...page.matchAll(/ (?:src|href)="(\/(?:_next|pictures)\/[^"]+)"/g)];
  const files = named.map(([, file]) => (file ?? '').replaceAll('&amp;', '&'));
  const styles = files.filter((file) => file.endsWith('.css'));
  const texts = await Promise.all(styles.map(async (file) => (await built.get(file)).text()));
  const fonts = texts.flatMap((css) => css.match(/\/_next\/static\/media\/inter-(basic|dong)[^)]+/g) ?? []);
  return new Set([...files, ...fonts]);
}

/** Bytes of a file over the network, without headers. */
async function bytesOf(path: string): Promise<number> {
  const answer = await built.get(path);
  const body = Buffer.from(await answer.arrayBuffer());
  return answer.headers.get('content-encoding') === 'gzip' ? gzipSync(body).length : body.length;
}

const pictureIn = (html: string) => /<img[^>]* src="(\/pictures\/[^"]+)"/.exec(html)?.[1] ?? '';

describe('pages without JavaScript', () => {
  it.each([
    ['/', 'SBW · laptops, monitors, accessories'],
    ['/category/laptops', 'Laptops · SBW'],
    ['/category/laptops?page=2', 'Laptops · page 2 · SBW'],
    ['/category/laptops?brand=Kestrel', 'Laptops · Kestrel · SBW'],
    ['/category/laptops?sort=newest', 'Laptops · newest · SBW'],
    ['/search?q=kestrel', 'Search: kestrel · SBW'],
    ['/product/kestrel-x14', 'Kestrel X14 · SBW'],
  ])('%s has its content and the title %s', async (path, title) => {
    const html = await withoutScripts(path);
    expect(html).toContain(`<title>${title}</title>`);
    expect(html).toMatch(/<main[^>]*>.*<h1.*href="\/product\/.*<\/main>/s);
  });

  it('a product’s page has its choice, its drawings and what a shared link shows', async () => {
    const html = await withoutScripts('/product/solenne-air-13-32gb-navy');
    expect(html).toMatch(/<a[^>]* href="\/product\/solenne-air-13-32gb-silver"[^>]*>Silver/);
    expect(html).toMatch(/<a[^>]* aria-current="true"[^>]*>Navy/);
    expect(html).toContain('alt="Solenne Air 13, 32 GB, navy from the front"');
    expect(html).toContain('<meta property="og:title" content="Solenne Air 13, 32 GB, navy"/>');
    expect(html).toContain('>Only 4 left<');
    const robots = await built.get('/robots.txt');
    expect([robots.status, await robots.text()]).toEqual([200, expect.stringContaining('Disallow: /cart')]);
  });

  it('are named for search engines by the address of the shop, each in both languages', async () => {
    expect(await (await built.get('/robots.txt')).text()).toContain(
      'Sitemap: https://shop.example/sitemap.xml',
    );
    const sitemap = await (await built.get('/sitemap.xml')).text();
    const addresses = [...sitemap.matchAll(/<loc>https:\/\/shop\.example([^<]*)<\/loc>/g)].map(
      ([, path]) => path,
    );
    const { items } = (await built.shop.listCategory({ slug: 'accessories', page: 3 })) ?? { items: [] };
    expect(items.length).toBeGreaterThan(0);
    const last = `/product/${items.at(-1)?.slug ?? ''}`;
    expect(addresses).toEqual(expect.arrayContaining(['/', '/vi', '/category/monitors', last, `/vi${last}`]));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(sitemap).toContain(
      '<xhtml:link rel="alternate" hreflang="vi" href="https://shop.example/vi/category/laptops" />',
    );
  });

  it('refuse a department that does not exist', async () => {
    expect((await built.get('/category/cars')).status).toBe(404);
  });

  it('search by a form, and report what was searched for instead', async () => {
    expect(await withoutScripts('/')).toMatch(/<form[^>]* action="\/search".*<input[^>]* name="q"/s);
    const found = await withoutScripts('/search?q=heaphones');
    expect(found).toContain('Hollis Quiet 700');
    expect(found).toContain('“headphone”');
  });

  it('offer other ways where a search finds nothing', async () => {
    const nothing = await withoutScripts('/search?q=purple+monitor');
    expect(nothing).toContain('href="/search?q=monitor"');
    expect(nothing).toContain('href="/category/monitors"');
    expect(nothing).toContain('Popular now');
  });
});

describe('stock', () => {
  it('is on the page of a product, with the day of delivery', async () => {
    const plenty = await withoutScripts('/product/kestrel-x14');
    expect(plenty).toMatch(/>In stock<.*Add to cart.*Order today, at your door by \w+day \d/s);
    expect(await withoutScripts('/product/voltara-surge-18-max')).toContain('>Only 3 left<');
  });

  it('is what keeps a product that is sold out from being bought', async () => {
    const none = await withoutScripts('/product/voltara-horizon-49');
    expect(none).toContain('>Sold out<');
    expect(none).not.toMatch(/Add to cart|Order today/);
  });

  it('closes the checkout to a cart of which too few are left', async () => {
    const productId = 'LT-1503';
    const carts = [1, 2].map(() =>
      built.shop.addToCart({ cartKey: null, customerId: null, productId, quantity: 2 }),
    );
    const [first, second] = await Promise.all(carts);
    const { cartKey = '' } = first ?? {};
    const { subtotal } = await built.shop.saveCheckout({ cartKey, ...CHECKOUT });
    await built.shop.placeOrder({ cartKey, customerId: null, expectedTotal: subtotal });
    const cookie = `${COOKIES.cart}=${second?.cartKey}`;
    expect((await built.get('/checkout', cookie)).headers.get('location')).toMatch(/\/cart$/);
    const cart = await (await built.get('/cart', cookie)).text();
    expect(cart).toMatch(/Only (<!-- -->)?1 left.*Choose fewer/s);
    expect(cart).not.toContain('href="/checkout"');
  });
});

describe('product pictures', () => {
  it('are files, so that the home page is small', async () => {
    const html = await (await built.get('/')).text();
    expect(gzipSync(html).length).toBeLessThan(LARGEST_HOME);
    expect(html.match(/<img /g)?.length).toBeGreaterThan(15);
  });

  it('are, with styles and fonts, all that a first visit of the home page loads before it is touched', async () => {
    const files = await loadedBy(await (await built.get('/')).text());
    const kinds = new Set([...files].map((file) => file.split('.').at(-1)));
    expect(kinds).toEqual(new Set(['css', 'svg', 'woff2']));
    const bytes = await Promise.all(['/', ...files].map(bytesOf));
    expect(bytes.reduce((sum, next) => sum + next, 0)).toBeLessThan(LARGEST_FIRST_VISIT);
  });

  it('are kept by browsers for good, and may do nothing as documents', async () => {
    const address = pictureIn(await (await built.get('/')).text()).replaceAll('&amp;', '&');
    const picture = await built.get(address);
    const { status, headers } = picture;
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'image/svg+xml',
      'public, max-age=31536000, immutable',
    ]);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(await picture.text()).toMatch(/^<svg .*<\/svg>$/s);
    const older = await built.get(address.replace(/pictures\/[^/]+/, 'pictures/another'));
    expect(older.headers.get('cache-control')).toBe('public, max-age=60');
  });

  it.each(['x', 'drawing=mouse.svg', '%E0%A4%A', '..%2f..%2fpackage.json'])('are not %s', async (name) => {
    expect((await built.get(`/pictures/v/${name}`)).status).toBeGreaterThanOrEqual(400);
    expect((await built.get(`/pictures/v/${name}`)).status).toBeLessThan(500);
  });
});

describe('suggestions', () => {
  it('are departments and products as JSON', async () => {
    const suggestions = (await (await built.get('/search/suggestions?q=lap')).json()) as unknown[];
    expect(suggestions[0]).toEqual({
      label: 'All laptops',
      detail: 'Department',
      href: '/category/laptops',
    });
    const laptops = (await built.shop.search({ term: 'lap' })).items;
    expect(suggestions.slice(1)).toEqual(
      laptops
        .slice(0, 6)
        .map(({ name, kind, slug }) => ({ label: name, detail: kind, href: `/product/${slug}` })),
    );
    expect(suggestions).toHaveLength(7);
  });

  it.each(['', '?q=', '?q=a&q=b', `?q=${'x'.repeat(5_000)}`])('are none for %p', async (query) => {
    expect(await (await built.get(`/search/suggestions${query}`)).json()).toEqual([]);
  });
});

describe('the event inspector', () => {
  const isInspector = (code: string) => code.includes('Event inspector');

  it('is in no file that a page loads, although the shop has it', async () => {
    const files = new Set<string>();
    for (const path of ['/', '/product/kestrel-x14', '/cart']) {
      const html = await (await built.get(path)).text();
      for (const [file] of html.matchAll(/\/_next\/static\/[^"'\\ ]+\.(js|css)/g)) files.add(file);
    }
    expect(files.size).toBeGreaterThan(5);
    const loaded = await Promise.all([...files].map(async (file) => (await built.get(file)).text()));
    expect(loaded.filter(isInspector)).toEqual([]);
    expect(filesOfBuild('.js').filter(isInspector)).toHaveLength(1);
  });
});
