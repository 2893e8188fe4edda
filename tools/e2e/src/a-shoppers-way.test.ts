import { CATALOGUE } from '@clickstream/shop-models/catalogue';
import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { Browser, Page } from 'playwright-core';
import { aCloud, type CloudUnderTest } from './testing/a-cloud';
import { readTab } from './testing/dashboard';
import { eventsUntil, type EventRow } from './testing/events-of-browser';
import { eventually } from './testing/eventually';
import { buyTheFirstLaptop, openDepartment } from './testing/ways-through-the-shop';

/**
 * The days around today, so that midnight in the shop changes nothing. All traffic, since this
 * browser reports that it is headless.
 */
const AROUND_TODAY = {
  from: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  to: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  traffic: 'all',
} as const;

let cloud: CloudUnderTest;
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  cloud = await aCloud();
});

afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
});

describe('a guest who buys a laptop', () => {
  let page: Page;
  let productPath: string;
  let events: EventRow[];

  beforeAll(async () => {
    page = await (await browser.newContext(WITHOUT_MOTION)).newPage();
    productPath = await buyTheFirstLaptop(page, cloud.shopUrl);
    await page.goto('about:blank');
    events = await eventsUntil(cloud, 'checkout_complete');
  });

  it('has every fixed column right', () => {
    const product = CATALOGUE.find(({ slug }) => `/product/${slug}` === productPath);
    const view = events.find((event) => event.event_name === 'product_view');
    expect(view).toMatchObject({
      event_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      event_timestamp: expect.any(Date),
      user_id: null,
      user_login_state: 'anonymous',
      identity_source: 'anonymous',
      client_id: expect.stringMatching(/.+/),
      session_id: expect.stringMatching(/.+/),
      is_first_visit: true,
      context_product_id: product?.id,
      context_product_name: product?.name,
      context_product_category: product?.category,
      context_product_brand: product?.brand,
      context_product_price: String(product?.price),
      context_product_discount_price: product?.discountPrice === null ? null : String(product?.discountPrice),
      context_product_url_path: productPath,
    });
    expect(Math.abs((view?.event_timestamp.getTime() ?? 0) - Date.now())).toBeLessThan(300_000);
    expect(new Set(events.map((event) => event.session_id)).size).toBe(1);
  });

  it('is a guest from the checkout on', () => {
    const order = events.find((event) => event.event_name === 'checkout_complete');
    expect(order).toMatchObject({ user_id: null, user_login_state: 'guest' });
    expect(order?.order_revenue).toMatch(/^[1-9]/);
  });

  it('is counted by every step of the Funnel tab', async () => {
    const numbers = await eventually(
      () => readTab(page, cloud.dashboardUrl, 'funnel', AROUND_TODAY),
      (shown) => (shown['checkout_complete-sessions'] ?? 0) > 0,
    );
    expect(numbers).toMatchObject({
      sessions: 1,
      'product_view-sessions': 1,
      'add_to_cart_click-sessions': 1,
      'checkout_start-sessions': 1,
      'checkout_complete-sessions': 1,
    });
  });
});

describe('a shopper who goes forward, and back twice', () => {
  it('views each page under its own title and after the page before', async () => {
    const page = await (await browser.newContext(WITHOUT_MOTION)).newPage();
    const shown: { path: string; title: string; from: string }[] = [];
    let sent = 0;
    page.on('request', (request) => {
      if (!request.url().startsWith(cloud.apiUrl)) return;
      sent += request.postData()?.match(/"eventName":"page_view"/g)?.length ?? 0;
    });
    const see = async (heading: RegExp) => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.waitForFunction(
        (before) => document.title !== '' && document.title !== before,
        shown.at(-1)?.title ?? '',
      );
      const path = new URL(page.url()).pathname;
      shown.push({ path, title: await page.title(), from: shown.at(-1)?.path ?? '' });
      // A page left before its view is sent may not have its title yet.
      await eventually(
        async () => sent,
        (views) => views >= shown.length,
      );
    };
    await page.goto(cloud.shopUrl);
    await see(/./);
    await openDepartment(page, 'Laptops');
    await see(/Laptops/);
    await openDepartment(page, 'Monitors');
    await see(/Monitors/);
    await page.getByRole('combobox', { name: 'Search the shop' }).fill('mouse');
    await page.getByRole('combobox', { name: 'Search the shop' }).press('Enter');
    await page.waitForURL('**/search?q=mouse');
    await see(/mouse/);
    await page.goBack();
    await see(/Monitors/);
    await page.goBack();
    await see(/Laptops/);
    const clientId = await page.evaluate(() => localStorage.getItem('clickstream.client') ?? '');
    await page.goto('about:blank');
    const views = await eventually(
      () =>
        cloud.sql<{ path: string; title: string; referrer: string | null }>(
          `SELECT page_path AS path, page_title AS title, referrer FROM public.clickstream_events
           WHERE event_name = 'page_view' AND client_id = $1 ORDER BY event_timestamp, sequence`,
          [clientId],
        ),
      (rows) => rows.length >= shown.length,
    );
    const pathOf = (referrer: string | null) => (referrer ? new URL(referrer).pathname : '');
    const seen = views.map(({ path, title, referrer }) => ({ path, title, from: pathOf(referrer) }));
    expect(seen).toEqual(shown);
  });
});

describe('a shopper whose browser asks for privacy', () => {
  it('can buy as usual, is counted without any id, and is not asked', async () => {
    const context = await browser.newContext({ ...WITHOUT_MOTION, extraHTTPHeaders: { 'sec-gpc': '1' } });
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
    );
    const page = await context.newPage();
    const bodies: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(cloud.apiUrl)) bodies.push(request.postData() ?? '');
    });
    const productPath = await buyTheFirstLaptop(page, cloud.shopUrl);
    expect(await page.getByRole('region', { name: 'Privacy' }).count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.goto('about:blank');
    const [order] = await eventually(
      () =>
        cloud.sql<EventRow>(
          `SELECT * FROM public.clickstream_events
           WHERE event_name = 'checkout_complete' AND client_id IS NULL`,
        ),
      (found) => found.length > 0,
    );
    expect(order).toMatchObject({ user_id: null, session_id: null, order_revenue: expect.any(String) });
    expect(bodies.join()).toContain(productPath);
    expect(bodies.join()).not.toMatch(/clientId|sessionId|isFirstVisit|cartId/);
    await context.close();
  });
});

describe('a shopper who does not want to be counted', () => {
  it('opts out once, and nothing more is sent or kept, on any page', async () => {
    const context = await browser.newContext(WITHOUT_MOTION);
    const page = await context.newPage();
    await page.goto(cloud.shopUrl);
    const notice = page.getByRole('region', { name: 'Privacy' });
    await notice.getByRole('button', { name: 'Decline' }).click();
    await notice.waitFor({ state: 'detached' });
    // The cookie is there when the shop has answered.
    await eventually(
      async () => (await context.cookies()).map(({ name }) => name),
      (names) => names.includes('sbw_consent'),
    );
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(cloud.apiUrl)) sent.push(request.url());
    });
    await page.goto(`${cloud.shopUrl}/category/monitors`);
    await page.locator('main a[href^="/product/"]').first().click();
    await page.waitForURL('**/product/*');
    expect(await notice.count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.goto('about:blank');
    expect(sent).toEqual([]);
    await context.close();
  });
});
