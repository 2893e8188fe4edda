import { COOKIES } from './cookies/shop-cookies';
import { formWith } from './forms/testing/form-with';
import { aBuiltShop, type BuiltShop } from './shop/testing/a-built-shop';
import { CHECKOUT } from './tracking/testing/shop-values';
import { sentencesOf } from './words/testing/sentences-of';
import { filesOfBuild } from './testing/built-files';

let built: BuiltShop;
beforeAll(async () => {
  built = await aBuiltShop();
});
afterAll(() => built.close());

const htmlOf = async (path: string, cookie = '') => (await built.get(path, cookie)).text();
const languageOf = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1];
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
const switchIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<a href="([^"]*)" hrefLang="(\w+)"/g)].map(([, href, to]) => [
      to,
      href?.replaceAll('&amp;', '&'),
    ]),
  );
const alternatesIn = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hrefLang="([\w-]+)" href="([^"]*)"/g)].map(
    ([, language, href]) => `${language} ${href?.replaceAll('&amp;', '&')}`,
  );

describe('a page has an address in each language', () => {
  it.each([
    ['/', 'SBW · laptops, monitors, accessories', '/vi', 'SBW · laptop, màn hình, phụ kiện'],
    ['/category/monitors', 'Monitors · SBW', '/vi/category/monitors', 'Màn hình · SBW'],
    ['/product/kestrel-x14', 'Kestrel X14 · SBW', '/vi/product/kestrel-x14', 'Kestrel X14 · SBW'],
    ['/search?q=keyboard', 'Search: keyboard · SBW', '/vi/search?q=keyboard', 'Tìm kiếm: keyboard · SBW'],
    ['/cart', 'Cart · SBW', '/vi/cart', 'Giỏ hàng · SBW'],
    ['/sign-in', 'Sign in · SBW', '/vi/sign-in', 'Đăng nhập · SBW'],
    ['/sign-up', 'Create an account · SBW', '/vi/sign-up', 'Tạo tài khoản · SBW'],
  ])('%s, %s: %s, %s', async (english, titleInEnglish, vietnamese, titleInVietnamese) => {
    const [one, other] = await Promise.all([htmlOf(english), htmlOf(vietnamese)]);
    expect([languageOf(one), titleOf(one)]).toEqual(['en', titleInEnglish]);
    expect([languageOf(other), titleOf(other)]).toEqual(['vi', titleInVietnamese]);
    for (const page of [one, other]) expect(switchIn(page)).toEqual({ en: english, vi: vietnamese });
  });

  it('keeps its query, also where its HTML is from a cache', async () => {
    const query = '?brand=Kestrel&sort=newest';
    const page = await htmlOf(`/vi/category/laptops${query}`);
    expect(switchIn(page)).toEqual({
      en: `/category/laptops${query}`,
      vi: `/vi/category/laptops${query}`,
    });
  });

  it.each(['', '/category/laptops?brand=Kestrel', '/product/kestrel-x14'])(
    'which search engines find: %p',
    async (path) => {
      const shop = 'https://shop.example';
      const [own] = path.split('?');
      const [english, vietnamese] = [`${shop}${own || '/'}`, `${shop}/vi${own}`];
      const expected = [`en ${english}`, `vi ${vietnamese}`, `x-default ${english}`].map((one) =>
        one.replace(/\/$/, ''),
      );
      const [page, other] = [await htmlOf(path || '/'), await htmlOf(`/vi${path}`)];
      for (const html of [page, other])
        expect(alternatesIn(html).map((one) => one.replace(/\/$/, ''))).toEqual(expected);
      expect(page).toContain(`<link rel="canonical" href="${english.replace(/\/$/, '')}`);
      expect(other).toContain(`<link rel="canonical" href="${vietnamese}"`);
      expect(other).toContain('<meta property="og:locale" content="vi_VN"/>');
    },
  );

  it('and no other', async () => {
    for (const path of [
      '/en',
      '/en/cart',
      '/VI',
      '/vi/desk',
      '/vi/category/laptops/-/-/-',
      '/de/cart',
      '/vi/vi',
      '/vi/home',
    ])
      expect([path, (await built.get(path)).status]).toEqual([path, 404]);
  });
});

describe('a visit in Vietnamese stays in Vietnamese', () => {
  it('by every link, form and suggestion of a page', async () => {
    for (const path of [
      '/vi',
      '/vi/category/laptops',
      '/vi/product/kestrel-x14',
      '/vi/cart',
      '/vi/search?q=x',
    ]) {
      const page = (await htmlOf(path)).replace(/<script.*?<\/script>/gs, '');
      const links = [...page.matchAll(/<a (?:[^>]* )?href="(\/[^"]*)"([^>]*)>/g)];
      const leaving = links.filter(
        ([, href, rest]) => !/^\/vi(?=$|[/?#])/.test(href ?? '') && !/hrefLang/.test(rest ?? ''),
      );
      expect(leaving.map(String)).toEqual([]);
      expect(page).toMatch(/<form[^>]* action="\/vi\/search"/);
    }
  });

  it('when a form leads on, without JavaScript', async () => {
    const page = '/vi/product/kestrel-x14';
    const form = formWith('Thêm vào giỏ hàng', await htmlOf(page));
    const added = await built.post(page, form, {});
    expect(added.headers.get('location')).toMatch(/\/vi\/cart$/);
    const cookie = (added.headers.getSetCookie() ?? []).map((one) => one.split(';')[0]).join('; ');
    expect(cookie).toContain(COOKIES.cart);
    const cart = await htmlOf('/vi/cart', cookie);
    expect(cart).toMatch(/Kestrel X14.*Tạm tính.*href="\/vi\/checkout"[^>]*>Thanh toán/s);
    const delivery = await htmlOf('/vi/checkout', cookie);
    const refused = await built.post('/vi/checkout', formWith('Tiếp tục đến thanh toán', delivery), {
      cookie,
    });
    expect(languageOf(await refused.text())).toBe('vi');
  });

  it('when it is sent to the sign-in, and on from there', async () => {
    expect((await built.get('/vi/orders')).headers.get('location')).toMatch(/\/vi\/sign-in\?next=\/orders$/);
    const sent = await built.get('/vi/checkout');
    expect(sent.headers.get('location')).toMatch(/\/vi\/cart$/);
  });

  it('in suggestions, which name pages without a language', async () => {
    const suggestions = (await (await built.get('/search/suggestions?q=lap&in=vi')).json()) as unknown[];
    expect(suggestions[0]).toEqual({
      label: 'Tất cả laptop',
      detail: 'Danh mục',
      href: '/category/laptops',
    });
  });
});

describe('a page in Vietnamese', () => {
  const spoken = new Set(sentencesOf('vi').map(([, sentence]) => sentence));
  /** Parts of the sentences in English, as pages show them. */
  const english = sentencesOf('en')
    .filter(([, sentence]) => !spoken.has(sentence))
    .flatMap(([, sentence]) => sentence.split(/\{\w+\}/))
    .map((part) => part.replace(/^[\s,.:·]+|[\s,:·]+$/g, ''))
    .filter((part) => /[a-z]{3}/i.test(part));

  /** Everything that somebody sees or hears of a page, apart from scripts. */
  function textsOf(html: string): string[] {
    const page = html.replace(/<(script|style|svg)\b.*?<\/\1>/gs, '').replace(/<!--.*?-->/g, '');
    const shown = page.split(/<[^>]*>/);
    const told = [...page.matchAll(/ (?:aria-label|placeholder|alt|title|content)="([^"]*)"/g)];
    return [...shown, ...told.map(([, text]) => text ?? '')].map((text) =>
      text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").trim(),
    );
  }

  /** A browser in the middle of everything: a full cart, and an order. */
  async function aBusyVisitor() {
    const nobody = { cartKey: null, customerId: null };
    const ordered = await built.shop.addToCart({ ...nobody, productId: 'LT-1301', quantity: 1 });
    const { cartKey } = ordered;
    const { subtotal } = await built.shop.saveCheckout({ cartKey, ...CHECKOUT });
    const placing = { cartKey, customerId: null, expectedTotal: subtotal };
    const { order, orderKey } = await built.shop.placeOrder(placing);
    const open = await built.shop.addToCart({ ...nobody, productId: 'LT-1401', quantity: 2 });
    await built.shop.saveCheckout({ cartKey: open.cartKey, ...CHECKOUT });
    const cookie = `${COOKIES.cart}=${open.cartKey}; ${COOKIES.ordered}=${orderKey}; ${COOKIES.wishes}=LT-1301`;
    return { cookie, order };
  }

  it('has no word of the shop in English', async () => {
    const { cookie, order } = await aBusyVisitor();
    const pages = [
      '/vi',
      '/vi/category/laptops?brand=Kestrel&sort=newest',
      '/vi/category/laptops?brand=None',
      '/vi/product/solenne-air-13',
      '/vi/product/voltara-horizon-49',
      '/vi/product/clavio-k75/reviews',
      '/vi/search?q=monitor',
      '/vi/search?q=heaphones',
      '/vi/search?q=macbook',
      '/vi/search',
      '/vi/cart',
      '/vi/checkout?step=delivery',
      '/vi/checkout?step=payment',
      '/vi/checkout?step=review',
      `/vi/order/${order.orderId}`,
      '/vi/wishlist',
      '/vi/sign-in',
      '/vi/sign-up',
      '/vi/confirm',
      '/vi/forgot-password',
      '/vi/reset-password',
    ];
    const found = await Promise.all(
      pages.map(async (path) => {
        const texts = textsOf(await htmlOf(path, cookie));
        const isThere = (part: string) =>
          texts.some((text) => text === part || (part.length > 11 && text.includes(part)));
        return english.filter(isThere).map((part) => `${path}: ${part}`);
      }),
    );
    expect(found.flat()).toEqual([]);
    const inEnglish = textsOf(await htmlOf('/'));
    expect(english.filter((part) => inEnglish.includes(part)).length).toBeGreaterThan(20);
  });
});

it('no script of a browser has the words of a language', () => {
  const words = [
    'Thêm vào giỏ hàng',
    'Add to cart',
    'Giỏ hàng của bạn đang trống',
    'Your cart is empty',
    'Đặt hàng',
  ];
  const scripts = filesOfBuild('.js');
  expect(scripts.length).toBeGreaterThan(5);
  for (const word of words) expect(scripts.filter((code) => code.includes(word))).toEqual([]);
});
