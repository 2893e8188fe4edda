import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { Browser, Page } from 'playwright-core';
import { aShopAlone, type ShopAlone } from './testing/a-shop-alone';
import { axeFindings } from './testing/axe-findings';
import { buyIn, ENGLISH, VIETNAMESE } from './testing/buying-in';

let shop: ShopAlone;
let browser: Browser;

beforeAll(async () => {
  [shop, browser] = await Promise.all([aShopAlone('granted'), openChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.stop();
});

/** A new visitor. */
async function aVisitor(javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ ...WITHOUT_MOTION, javaScriptEnabled });
  return context.newPage();
}

interface Told {
  readonly eventId: string;
  readonly eventName: string;
  readonly pageUrl: string;
  readonly [field: string]: unknown;
}

/** Everything that the pages of a visitor tell. */
async function eventsOf(page: Page): Promise<Told[]> {
  const told: Told[] = [];
  await page.context().route('**/clickstream', async (route) => {
    const { events } = JSON.parse(route.request().postData() ?? '{}') as { events?: Told[] };
    // Events without an answer that the tracker knows are sent again.
    for (const event of events ?? [])
      if (!told.some(({ eventId }) => eventId === event.eventId)) told.push(event);
    await route.fulfill({ status: 202, headers: { 'access-control-allow-origin': '*' }, json: {} });
  });
  return told;
}

const WAY = [
  '/vi',
  '/vi/category/laptops',
  '/vi/product/',
  '/vi/cart',
  '/vi/checkout',
  '/vi/checkout?step=payment',
  '/vi/checkout?step=review',
  '/vi/order/',
];
const withoutLast = (path: string) => path.replace(/(\/(?:product|order)\/).*/, '$1');

describe('a shopper buys in Vietnamese', () => {
  it('without leaving the language', async () => {
    const page = await aVisitor();
    expect((await buyIn(page, `${shop.url}/vi`, VIETNAMESE)).map(withoutLast)).toEqual(WAY);
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  });

  it('and without JavaScript', async () => {
    const page = await aVisitor(false);
    expect((await buyIn(page, `${shop.url}/vi`, VIETNAMESE)).map(withoutLast)).toEqual(WAY);
  });
});

describe('the font of the shop', () => {
  /** Ranges of the letters that a page has loaded. */
  async function lettersOf(path: string): Promise<string[]> {
    const page = await aVisitor();
    await page.goto(`${shop.url}${path}`);
    await page.evaluate(() => document.fonts.ready);
    return page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map((font) => font.unicodeRange),
    );
  }

  it('has every Vietnamese letter, which English pages do not load', async () => {
    expect(await lettersOf('/')).toHaveLength(2);
    const letters = await lettersOf('/vi');
    expect(letters).toHaveLength(4);
    expect(letters.join()).toMatch(/U\+E0-E3.*U\+1EA0-1EF9/);
  });
});

describe('events', () => {
  /** Content of an event, apart from the moment, the visitor and the words of the page. */
  const sayingOf = ({ eventName, pageUrl, element, ...rest }: Told) => {
    const { product, list, cart, order, category, promotion, checkout, filter } = rest;
    const path = new URL(pageUrl).pathname.replace(/^\/vi(?=\/|$)/, '') || '/';
    const said = { product, list, cart, order, category, promotion, checkout, filter };
    const text = JSON.stringify(said, (key, value: unknown) =>
      ['cartId', 'orderId'].includes(key) ? undefined : value,
    );
    return `${eventName} ${withoutLast(path)} ${text} ${element === undefined ? '' : 'element'}`;
  };

  it('are the same in both languages, but for addresses and the words that were seen', async () => {
    const [english, vietnamese] = [await aVisitor(), await aVisitor()];
    const [inEnglish, inVietnamese] = [await eventsOf(english), await eventsOf(vietnamese)];
    await buyIn(english, shop.url, ENGLISH);
    await buyIn(vietnamese, `${shop.url}/vi`, VIETNAMESE);
    for (const page of [english, vietnamese]) await page.goto('about:blank');
    const sayings = (told: readonly Told[]) =>
      told.map(sayingOf).filter((text) => !text.startsWith('click '));
    expect(sayings(inVietnamese)).toEqual(sayings(inEnglish));
    expect(sayings(inVietnamese).length).toBeGreaterThan(15);
    for (const { pageUrl } of inVietnamese) expect(new URL(pageUrl).pathname).toMatch(/^\/vi(\/|$)/);
  });
});

describe('the switch', () => {
  it.each([true, false])(
    'leads to the same page in the other language, with JavaScript: %p',
    async (withScripts) => {
      const page = await aVisitor(withScripts);
      await page.goto(`${shop.url}/category/laptops?brand=Kestrel&sort=newest`);
      await page.getByRole('link', { name: 'Tiếng Việt' }).click();
      await page.waitForURL('**/vi/category/laptops?brand=Kestrel&sort=newest');
      await page.getByRole('heading', { name: 'Laptop', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForURL(`${shop.url}/category/laptops?brand=Kestrel&sort=newest`);
      await page.getByRole('heading', { name: 'Laptops', level: 1 }).waitFor();
    },
  );
});

describe('axe finds nothing wrong, light, dark and on a phone, with', () => {
  let page: Page;
  beforeAll(async () => {
    page = await aVisitor();
    await page.goto(`${shop.url}/vi/product/clavio-k75`);
    await page.getByRole('button', { name: VIETNAMESE.add }).click();
    await page.getByText('Có 1 chiếc trong giỏ hàng của bạn.').waitFor();
  });

  it.each([
    '/vi',
    '/vi/category/laptops?brand=Kestrel',
    '/vi/search?q=macbook',
    '/vi/product/solenne-air-13',
    '/vi/cart',
    '/vi/checkout',
    '/vi/sign-in',
    '/vi/sign-up',
    '/vi/wishlist',
    '/vi/nowhere',
  ])('%s', async (path) => {
    await page.goto(shop.url + path, { waitUntil: 'networkidle' });
    expect(await axeFindings(page)).toEqual([]);
  });
});
