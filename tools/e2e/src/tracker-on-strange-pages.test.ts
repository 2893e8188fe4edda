import { openChromium } from '@clickstream/local-servers/chromium';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from './testing/eventually';
import { openStrangePages, type StrangePages } from './testing/strange-pages';

let browser: Browser;
let context: BrowserContext;
let pages: StrangePages;
let page: Page;
let thrown: Error[];

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  pages = await openStrangePages();
  context = await browser.newContext();
  thrown = [];
  context.on('weberror', (error) => thrown.push(error.error()));
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  await pages.close();
  expect(thrown).toEqual([]);
});

const path = (url: string | null | undefined) => (url ?? '').replace(pages.url, '');
const views = () => pages.events().filter(({ eventName }) => eventName === 'page_view');
const sent = () => page.evaluate('clickstream.flush()');

/** Opens a page, and waits for the second file of the script tag. */
async function open(address: string, options: { referer?: string } = {}): Promise<void> {
  await page.goto(pages.url + address, options);
  await page.waitForFunction('!clickstream.q && document.querySelector("script[src$=\'sbw-page.js\']")');
  await page.waitForLoadState('networkidle');
}

/** Waits by the clock of the page: a slow page gets its turns first. */
const pageTime = (milliseconds: number) =>
  page.evaluate((pause) => new Promise((done) => setTimeout(done, pause)), milliseconds);

/** Does something in the page, and lets a late title come. */
async function inPage(script: string): Promise<void> {
  await page.evaluate(script);
  await pageTime(300);
}

describe('pages of a router', () => {
  it('are reported with their own titles and the page before, on the way there and back', async () => {
    await open('/app');
    await inPage(`go('/app/product/1')`);
    await inPage(`go('/app/list')`);
    await inPage('history.back()');
    await inPage(`go('/app/old')`);
    await sent();
    await eventually(
      async () => views(),
      ({ length }) => length === 5,
    );
    expect(views().map((view) => [path(view.pageUrl), view.pageTitle, path(view.referrer)])).toEqual([
      ['/app', 'Home', ''],
      ['/app/product/1', 'Product 1', '/app'],
      ['/app/list', 'List', '/app/product/1'],
      ['/app/product/1', 'Product 1', '/app/list'],
      ['/app/cart', 'Cart', '/app/product/1'],
    ]);
    const product = pages.events().findIndex(({ eventName }) => eventName === 'product_view');
    expect(pages.events()[product - 1]).toMatchObject({ eventName: 'page_view', pageTitle: 'Product 1' });
  });

  it('are not lost when they are left before they have a title', async () => {
    await open('/app');
    await page.evaluate(`go('/app/product/1'); setTimeout(() => go('/app/list'), 30)`);
    await pageTime(300);
    await sent();
    expect(views().map(({ pageUrl, pageTitle }) => [path(pageUrl), pageTitle])).toEqual([
      ['/app', 'Home'],
      ['/app/product/1', null],
      ['/app/list', 'List'],
    ]);
  });

  it('are one page with their filters, and one each with the routes of a fragment', async () => {
    await open('/list');
    for (const search of ['?sort=price', '?sort=price&brand=a', '?sort=name'])
      await inPage(`history.replaceState(null, '', '${search}')`);
    for (const hash of ['#/', '#/laptops', '#/laptops/1', '#reviews'])
      await inPage(`location.hash = '${hash}'`);
    await inPage(`history.pushState({ by: 'another script' }, '', location.href)`);
    await sent();
    const viewed = views().map(({ pageUrl }) => path(pageUrl));
    expect(viewed.slice(0, 4)).toEqual([
      '/list',
      '/list?sort=name#/',
      '/list?sort=name#/laptops',
      '/list?sort=name#/laptops/1',
    ]);
    expect(viewed).toHaveLength(5);
  });
});

describe('pages of React Router', () => {
  it('are reported with their own titles and the page before, by links and on the way back, however slow', async () => {
    await open('/router');
    // So that the views wait until all titles have come, and a slow machine
    // sends none of them before.
    await context.setOffline(true);
    const follow = async (address: string, title: string) => {
      await page.click(`main a[href="${address}"]`);
      await page.waitForFunction(`document.title === '${title}'`);
      // The tracker looks ten times a second.
      await pageTime(150);
    };
    const goBack = async (title: string) => {
      await page.evaluate('history.back()');
      await page.waitForFunction(`document.title === '${title}'`);
      await pageTime(150);
    };
    await follow('/router/product/1', 'Product 1');
    await follow('/router/list', 'List');
    await follow('/router/product/2', 'Product 2');
    await follow('/router/old', 'Cart');
    await goBack('Product 2');
    await goBack('List');
    await goBack('Product 1');
    await context.setOffline(false);
    await sent();
    await eventually(
      async () => views(),
      ({ length }) => length === 8,
    );
    expect(views().map((view) => [path(view.pageUrl), view.pageTitle, path(view.referrer)])).toEqual([
      ['/router', 'Home', ''],
      ['/router/product/1', 'Product 1', '/router'],
      ['/router/list', 'List', '/router/product/1'],
      ['/router/product/2', 'Product 2', '/router/list'],
      ['/router/cart', 'Cart', '/router/product/2'],
      ['/router/product/2', 'Product 2', '/router/cart'],
      ['/router/list', 'List', '/router/product/2'],
      ['/router/product/1', 'Product 1', '/router/list'],
    ]);
  });
});

describe('the way back to a landing page', () => {
  it('comes from the page before, not from the site that brought the shopper', async () => {
    await open('/plain', { referer: 'https://www.google.com/' });
    await page.click('#other');
    await page.waitForURL('**/other');
    await page.waitForLoadState('networkidle');
    await page.goBack();
    await page.waitForLoadState('networkidle');
    await sent();
    await eventually(
      async () => views(),
      ({ length }) => length === 3,
    );
    expect(views().map((view) => [path(view.pageUrl), path(view.referrer)])).toEqual([
      ['/plain', 'https://www.google.com/'],
      ['/other', '/plain'],
      ['/plain', '/other'],
    ]);
  });
});

describe('clicks', () => {
  it('are reported from shadow roots, by the middle button on links, and once for a label', async () => {
    await open('/plain');
    await page.click('#inner');
    await page.click('#other', { button: 'middle' });
    await page.click('#cash b');
    await sent();
    const clicks = pages.events().filter(({ eventName }) => eventName === 'click');
    expect(clicks).toMatchObject([
      { element: { id: 'inner', text: 'Add to cart' } },
      { element: { id: 'other' } },
      { element: { dataset: { track: 'payment-card' } } },
    ]);
  });
});

describe('a landing before consent', () => {
  it('is reported with campaign and referrer once the shopper agrees, and nothing before', async () => {
    await open('/app/cart?consent=denied&utm_source=zalo&utm_medium=social', { referer: 'https://zalo.me/' });
    await pageTime(2_500);
    expect(pages.events()).toEqual([]);
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
    await inPage(`clickstream.setConsent('granted'); go('/app/product/1')`);
    await sent();
    expect(views().map((view) => [path(view.pageUrl).split('?')[0], view.referrer])).toEqual([
      ['/app/cart', 'https://zalo.me/'],
      ['/app/product/1', expect.stringContaining('utm_source=zalo')],
    ]);
    expect(views()[0]?.pageUrl).toContain('utm_source=zalo');
  });
});

describe('a script that is blocked', () => {
  it('breaks nothing: buttons work, and no error is thrown', async () => {
    await page.route('**/sbw.js', (route) => route.abort('blockedbyclient'));
    await page.goto(`${pages.url}/app`);
    await page.click('#add');
    expect(await page.evaluate('clickstream.q.length')).toBe(1);
  });

  it('of which only the second file is blocked still sends its landing and the events of the page', async () => {
    await page.route('**/sbw-page.js', (route) => route.abort('blockedbyclient'));
    await page.goto(`${pages.url}/plain`);
    await page.click('#add');
    await sent();
    expect(pages.events().map(({ eventName }) => eventName)).toEqual(['page_view', 'home_view']);
  });
});

describe('a server that does not allow the origin of the page', () => {
  it('is reported once in the console', async () => {
    const foreign = await openStrangePages(`http://localhost:${new URL(pages.url).port}/clickstream`);
    const said: string[] = [];
    page.on('console', (message) => message.text().includes('(CORS?)') && said.push(message.text()));
    await page.goto(`${foreign.url}/plain`);
    for (let second = 0; second < 15; second += 1) {
      await page.click('#add');
      await sent();
      await pageTime(1_000);
    }
    await foreign.close();
    expect(said).toHaveLength(1);
  });
});
