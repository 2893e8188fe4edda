import type { Page } from 'playwright-core';
import { eventually } from './testing/eventually';
import { eventsIn } from './testing/page-front';
import {
  asItIs,
  askForPrivacy,
  askNotToBeTracked,
  canStore,
  fillStorage,
  forbidStorage,
} from './testing/poor-browsers';
import { aTrackerTestBed, track } from './testing/tracker-test-bed';

const testBed = aTrackerTestBed();

const lostInWarehouse = async () =>
  (
    await testBed.cloud.sql<{ lost: number }>(
      `SELECT coalesce(sum((properties->>'lost')::int), 0)::int AS lost
       FROM public.clickstream_events WHERE event_name = 'tracker_events_lost'`,
    )
  )[0]?.lost ?? 0;

describe.each([
  ['full', fillStorage, 'url'],
  ['forbidden', forbidStorage, 'url'],
  // Here Chromium itself forbids it, and its locks too.
  ['sandboxed', asItIs, 'sandboxedUrl'],
] as const)('a browser whose storage is %s', (state, prepare, address) => {
  it('sends every event once while the page is open', async () => {
    await testBed.context.addInitScript(prepare);
    const page = await testBed.open(testBed.context, testBed.front[address]);
    expect(await page.evaluate(canStore)).toBe(false);
    await track(page, `open_storage_${state}`, 1, 105);
    await testBed.expectEachOnce(`open_storage_${state}`, 105);
  });

  it('counts events as lost if the page closes before they are sent', async () => {
    const name = `left_storage_${state}`;
    const lostBefore = await lostInWarehouse();
    await testBed.context.addInitScript(prepare);
    const page = await testBed.open(testBed.context, testBed.front[address]);
    await page.evaluate(() => window.clickstream?.flush());
    testBed.front.way = 'down';
    const refused = page.waitForResponse((answer) => answer.request().postData()?.includes(name) ?? false);
    await track(page, name, 1, 120, 1_000);
    await refused;
    testBed.front.way = 'open';
    // The page has to know of the refusal: what is under way when it closes counts as sent.
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    await page.goto('about:blank');
    const counted = await eventually(
      async () => ({
        arrived: (await testBed.timesInWarehouse(name)).size,
        lost: (await lostInWarehouse()) - lostBefore,
      }),
      // The last request may be loaded by another run than the one before it.
      ({ arrived, lost }) => arrived > 0 && lost > 0 && arrived + lost >= 120,
    );
    expect(counted.arrived + counted.lost).toBe(120);
    expect(new Set((await testBed.timesInWarehouse(name)).values())).toEqual(new Set([1]));
  });
});

/** Everything that a page can keep in a browser. */
const keptInBrowser = (page: Page): Promise<unknown[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()),
    ...(await caches.keys()),
    ...document.cookie.split(' ').filter(Boolean),
  ]);

describe.each([
  ['global_privacy_control', askForPrivacy],
  ['do_not_track', askNotToBeTracked],
])('a browser that asks for privacy by %s', (signal, ask) => {
  it('is counted without any id, and keeps nothing', async () => {
    const name = `private_by_${signal}`;
    await testBed.context.setExtraHTTPHeaders({ 'sec-gpc': '1', dnt: '1' });
    await testBed.context.addInitScript(ask);
    const page = await testBed.open(
      testBed.context,
      `${testBed.front.url}?gclid=an-id-of-an-ad&email=mai@shop.vn#an-id`,
    );
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await track(page, name, 1, 5);
    await page.evaluate(() => window.clickstream?.flush());
    expect(await keptInBrowser(page)).toEqual([]);
    await testBed.expectEachOnce(name, 5);
    await track(page, name, 6, 6);
    await page.goto(testBed.front.url);
    await testBed.expectEachOnce(name, 6);
    expect(testBed.front.bodies.join()).not.toMatch(/clientId|sessionId|isFirstVisit|an-id|mai/);
    expect(await keptInBrowser(page)).toEqual([]);
    const rows = await testBed.cloud.sql(
      `SELECT DISTINCT client_id, session_id, user_id FROM public.clickstream_events WHERE event_name = $1`,
      [name],
    );
    expect(rows).toEqual([{ client_id: null, session_id: null, user_id: null }]);
  });
});

describe('a page without a framework', () => {
  it('tracks views and clicks by a script tag alone, and the shopper ends it', async () => {
    const page = await testBed.open();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.evaluate(() => window.clickstream?.flush());
    const names = testBed.front.bodies.flatMap(eventsIn).map(({ eventName }) => eventName);
    expect(names).toEqual(['page_view', 'product_view', 'click', 'add_to_cart_click']);
    await page.getByRole('button', { name: 'Do not count me' }).click();
    await track(page, 'after_a_no', 1, 3);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.goto('about:blank');
    expect(testBed.front.bodies.join()).not.toContain('after_a_no');
  });
});
