import { randomUUID } from 'node:crypto';
import { COOKIES } from './cookies/shop-cookies';
import { CHECKOUT } from './tracking/testing/shop-values';
import { formWith } from './forms/testing/form-with';
import { aBuiltShop, type BuiltShop } from './shop/testing/a-built-shop';

const PERSONAL = /Nguyễn An|an@example\.com|0912345678|0912 345 678|1 Lê Lợi/;

let built: BuiltShop;
beforeAll(async () => {
  built = await aBuiltShop();
});
afterAll(() => built.close());

/** A cart at the last step of its checkout. */
async function aReadyCart() {
  const added = { customerId: null, productId: 'LT-1301', quantity: 1 };
  const { cartKey } = await built.shop.addToCart({ cartKey: null, ...added });
  const cart = await built.shop.saveCheckout({ cartKey, ...CHECKOUT });
  return { cartKey, cart };
}

async function anOrder() {
  const { cartKey, cart } = await aReadyCart();
  const expectedTotal = cart.subtotal;
  return { cart, ...(await built.shop.placeOrder({ cartKey, customerId: null, expectedTotal })) };
}

const inEveryCookie = (value: string) =>
  Object.values(COOKIES)
    .map((name) => `${name}=${value}`)
    .join('; ');

describe('the checkout', () => {
  it('is open to the browser that holds the key of the cart, which the page does not show', async () => {
    const { cartKey } = await aReadyCart();
    const page = await (await built.get('/checkout?step=review', `${COOKIES.cart}=${cartKey}`)).text();
    expect(page).toMatch(PERSONAL);
    expect(page).not.toContain(cartKey);
  });

  it('is closed to a visitor with the id of the cart in events, in any cookie and form', async () => {
    const { analyticsId } = (await aReadyCart()).cart;
    const bare = analyticsId.replaceAll('-', '');
    for (const guess of [analyticsId, bare, bare.padEnd(43, 'A'), encodeURIComponent(`"${analyticsId}"`)]) {
      for (const path of ['/checkout?step=review', '/cart', `/checkout?cart=${guess}`]) {
        expect(await (await built.get(path, inEveryCookie(guess))).text()).not.toMatch(PERSONAL);
      }
    }
  });
});

describe('the page of an order', () => {
  it('is open to the browser that holds the key of the order', async () => {
    const { order, orderKey } = await anOrder();
    const response = await built.get(`/order/${order.orderId}`, `${COOKIES.ordered}=${orderKey}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(PERSONAL);
  });

  it('is closed to a visitor with its number, the id of its cart, or the key of another order', async () => {
    const [mine, other] = [await anOrder(), await anOrder()];
    const path = `/order/${other.order.orderId}`;
    const guesses = [other.order.orderId, other.cart.analyticsId, randomUUID(), mine.orderKey];
    for (const cookie of ['', ...guesses.map(inEveryCookie), inEveryCookie(guesses.join('.'))]) {
      const response = await built.get(path, cookie);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toMatch(PERSONAL);
    }
  });

  it('cancels without JavaScript, for the browser with the key, and from no other site', async () => {
    const { order, orderKey } = await anOrder();
    const path = `/order/${order.orderId}`;
    const cookie = `${COOKIES.ordered}=${orderKey}`;
    const page = await (await built.get(path, cookie)).text();
    const form = formWith('Cancel the order', page);
    const statusNow = async () => (await (await built.get(path, cookie)).text()).includes('>Cancelled<');

    await built.post(path, form, { cookie, origin: 'https://other.example' });
    expect(await statusNow()).toBe(false);
    const stranger = await built.post(path, form, { cookie: `${COOKIES.ordered}=${'x'.repeat(43)}` });
    expect(await stranger.text()).not.toMatch(PERSONAL);
    expect(await statusNow()).toBe(false);
    await built.post(path, { ...form, reason: 'Too late' }, { cookie });
    expect(await statusNow()).toBe(true);
  });

  it('records the order under one event id, however often its page loads', async () => {
    const { order, orderKey } = await anOrder();
    const idsOf = async () => {
      const page = await built.get(`/order/${order.orderId}`, `${COOKIES.ordered}=${orderKey}`);
      return /\\?"complete\\?":\\?"([0-9a-f-]{36})/.exec(await page.text())?.[1];
    };
    const ids = [await idsOf(), await idsOf(), await idsOf()];
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(new Set(ids).size).toBe(1);
  });
});

it.each(['/orders', '/account', '/addresses'])(
  '%s leads a visitor who is not signed in to the sign-in',
  async (path) => {
    const response = await built.get(path, inEveryCookie('x'.repeat(43)));
    expect(response.headers.get('location')).toMatch(new RegExp(`/sign-in\\?next=${path}$`));
  },
);

it('the wishlist shows the products that its cookie names, and is kept out of caches', async () => {
  const response = await built.get('/wishlist', `${COOKIES.wishes}=LT-1301.nothing.MN-2401`);
  const page = await response.text();
  expect([...page.matchAll(/data-product-id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'LT-1301',
    'MN-2401',
  ]);
  expect(response.headers.get('cache-control')).toMatch(/no-store/);
  expect(await (await built.get('/wishlist', inEveryCookie('<script>'))).text()).toContain(
    'Your wishlist is empty',
  );
});

describe('every page', () => {
  it.each([
    '/search?q=%00',
    '/search?q=a%00b&page=%00',
    '/search?q=%ED%A0%80',
    '/search?q[]=a&q=b',
    `/search?q=${'x'.repeat(5_000)}`,
    '/product/%00',
    '/category/%00',
    '/category/laptops?brand=%00&sort=%00&page=-1',
    '/order/%00',
    '/order/SBW-2345%006789',
    '/checkout?step=%00',
    '/sign-in?next=%00',
    '//',
  ])('answers %s without an error', async (path) => {
    expect((await built.get(path)).status).toBeLessThan(500);
  });

  it.each(['/product/%E0%A4%A', '/category/%', '/order/%C0%80'])(
    'answers %s, which is not UTF-8, with 400',
    async (path) => {
      expect((await built.get(path)).status).toBe(400);
    },
  );

  it.each(['x'.repeat(43), '%00', 'a%0d%0ab', '00000000-0000-4000-8000-000000000000', '%F0%9F'])(
    'ignores the cookie %s',
    async (value) => {
      expect((await built.get('/cart', inEveryCookie(value))).status).toBe(200);
    },
  );

  it.each([
    '/cart',
    '/cart/contents',
    '/checkout',
    '/order/SBW-23456789',
    '/orders',
    '/search?q=a',
    '/sign-in',
    '/x',
  ])('keeps %s out of caches', async (path) => {
    expect((await built.get(path)).headers.get('cache-control')).toMatch(/no-store/);
  });

  it.each([
    '/',
    '/product/kestrel-x14',
    '/category/laptops?page=2',
    '/cart',
    '/order/SBW-23456789',
    '/search?q=a',
  ])('keeps %s out of frames and plain http', async (path) => {
    const { headers } = await built.get(path);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('sends its files with the headers of files', async () => {
    const script = /\/_next\/static\/[^"\\]+\.js/.exec(await (await built.get('/')).text())?.[0] ?? '';
    const { headers, status } = await built.get(script);
    expect(status).toBe(200);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
