import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium, openLastingChromium } from '@clickstream/local-servers/chromium';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aCloud, type CloudUnderTest } from './testing/a-cloud';
import { killChromium } from './testing/kill-chromium';
import { eventually } from './testing/eventually';
import { eventsIn, openPageFront, type PageFront } from './testing/page-front';
import {
  asItIs,
  askForPrivacy,
  askNotToBeTracked,
  canStore,
  fillStorage,
  forbidStorage,
  takeLocksAway,
} from './testing/poor-browsers';

declare global {
  interface Window {
    /** The tracker that the script tag gives its page. */
    clickstream?: {
      custom(name: string, properties: object): void;
      flush(): Promise<void>;
    };
  }
}

const MINUTE = 60_000;

let cloud: CloudUnderTest;
let browser: Browser;
let context: BrowserContext;
let front: PageFront;
/** Errors that the tracker threw into any page: none, whatever happens. */
let thrown: Error[];

beforeAll(async () => {
  [browser, cloud] = await Promise.all([openChromium(), aCloud('none')]);
});

afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
});

beforeEach(async () => {
  front = await openPageFront(cloud.apiUrl);
  context = await browser.newContext();
  thrown = [];
  context.on('weberror', (error) => thrown.push(error.error()));
});

afterEach(async () => {
  await context.close();
  await front.close();
  expect(thrown).toEqual([]);
});

async function open(within: BrowserContext = context, url: string = front.url): Promise<Page> {
  const page = await within.newPage();
  await page.goto(url);
  return page;
}

/** Waits until a request with such an event has come, whatever became of it. */
const requestWith = (name: string) =>
  eventually(
    async () => front.bodies.some((body) => body.includes(name)),
    (hasCome) => hasCome,
  );

/** Ends a page's process in the midst of whatever it does. */
async function crash(page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Tracks events of the shop's own, numbered `from` to `to`, and padded by so many characters. */
const track = (page: Page, name: string, from: number, to: number, padding = 0) =>
  page.evaluate(
    ([eventName, first, last, length]) => {
      for (let n = first; n <= last; n += 1) {
        window.clickstream?.custom(eventName, { n, text: 'x'.repeat(length) });
      }
    },
    [name, from, to, padding] as const,
  );

/** The number of rows in the warehouse for each number of an event. */
async function timesInWarehouse(name: string): Promise<Map<number, number>> {
  const rows = await cloud.sql<{ n: number; times: number }>(
    `SELECT (properties->>'n')::int AS n, count(*)::int AS times
     FROM public.clickstream_events WHERE event_name = $1 GROUP BY 1 ORDER BY 1`,
    [name],
  );
  return new Map(rows.map(({ n, times }) => [n, times]));
}

/** Waits until the ETL has loaded as many events, and lets it run once more. */
async function expectEachOnce(name: string, count: number): Promise<void> {
  const expected = new Map(Array.from({ length: count }, (_, index) => [index + 1, 1]));
  await eventually(
    () => timesInWarehouse(name),
    (found) => found.size >= count,
  );
  expect(await timesInWarehouse(name)).toEqual(expected);
}

const lostInWarehouse = async () =>
  (
    await cloud.sql<{ lost: number }>(
      `SELECT coalesce(sum((properties->>'lost')::int), 0)::int AS lost
       FROM public.clickstream_events WHERE event_name = 'tracker_events_lost'`,
    )
  )[0]?.lost ?? 0;

describe('a shopper whose network is gone for an hour', () => {
  it('loses nothing of what was done meanwhile, in its order', async () => {
    const page = await context.newPage();
    await page.clock.install({ time: Date.now() - 60 * MINUTE });
    await page.goto(front.url);
    await context.setOffline(true);
    for (let minute = 0; minute < 60; minute += 1) {
      await track(page, 'offline_hour', minute * 2 + 1, minute * 2 + 2);
      await page.clock.runFor(MINUTE);
    }
    expect(front.bodies.join()).not.toContain('offline_hour');
    await context.setOffline(false);
    await expectEachOnce('offline_hour', 120);
    const rows = await cloud.sql<{ n: number }>(
      `SELECT (properties->>'n')::int AS n FROM public.clickstream_events
       WHERE event_name = 'offline_hour' ORDER BY event_timestamp`,
    );
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1));
  });

  it('loses nothing either when the tab is closed before the network is back', async () => {
    const page = await open();
    await page.evaluate(() => window.clickstream?.flush());
    await context.setOffline(true);
    await track(page, 'closed_offline', 1, 60);
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
    await context.setOffline(false);
    expect(front.bodies.join()).not.toContain('closed_offline');
    await open();
    await expectEachOnce('closed_offline', 60);
  });
});

describe('a shop whose API answers 503 for ten minutes', () => {
  it('gets everything afterwards, and is not stormed meanwhile', async () => {
    const page = await context.newPage();
    await page.clock.install();
    front.way = 'down';
    await page.goto(front.url);
    for (let step = 0; step < 60; step += 1) {
      await track(page, 'server_down', step + 1, step + 1);
      await page.clock.runFor(10_000);
    }
    expect(front.bodies.length).toBeGreaterThan(3);
    // At the latest once a minute, and half that by chance; the first few come sooner.
    expect(front.bodies.length).toBeLessThan(30);
    const times = front.bodies.map((body) => Date.parse((JSON.parse(body) as { sentAt: string }).sentAt));
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    // The server asks for five seconds, on top of which comes half of four at least.
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(7_000);
    front.way = 'open';
    await page.clock.runFor(2 * MINUTE);
    await expectEachOnce('server_down', 60);
  });
});

describe('a tab that crashes', () => {
  it.each(['stuck', 'no answer'] as const)(
    'with a request on its way that is %s loses nothing',
    async (way) => {
      const name = `crash_${way.replace(' ', '_')}`;
      const page = await open();
      await page.evaluate(() => window.clickstream?.flush());
      front.way = way;
      await track(page, name, 1, 25);
      await requestWith(name);
      await crash(page);
      front.way = 'open';
      await open();
      await expectEachOnce(name, 25);
    },
  );
});

describe('a browser that is killed', () => {
  const profile = mkdtempSync(join(tmpdir(), 'clickstream-profile-'));

  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  /** Everything that the browser has written to its disk of the pages' storage. */
  const storedOnDisk = () => {
    const folder = join(profile, 'Default/Local Storage/leveldb');
    const logs = readdirSync(folder).filter((file) => file.endsWith('.log'));
    return logs.map((file) => readFileSync(join(folder, file), 'latin1')).join('');
  };

  it('sends what it had stored when it is started again', async () => {
    const shopper = await openLastingChromium(profile);
    const page = await open(shopper);
    front.way = 'no answer';
    await track(page, 'browser_killed', 1, 25);
    const ids = await page.evaluate(() =>
      Object.keys(localStorage).flatMap((key) => (key.includes('browser_killed') ? [key] : [])),
    );
    expect(ids).toHaveLength(25);
    // Chromium itself waits some seconds before it writes.
    await eventually(
      async () => storedOnDisk(),
      (stored) => ids.every((id) => stored.includes(id)),
    );
    killChromium(profile);
    front.way = 'open';
    const again = await openLastingChromium(profile);
    await open(again);
    await expectEachOnce('browser_killed', 25);
    await again.close();
  });
});

describe('five tabs at once', () => {
  const trackInAll = async (name: string): Promise<void> => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map(() => open()));
    await Promise.all(
      pages.map(async (page, tab) => {
        for (let part = 0; part < 4; part += 1) {
          await track(page, name, tab * 40 + part * 10 + 1, tab * 40 + part * 10 + 10);
        }
      }),
    );
    await expectEachOnce(name, 200);
  };

  it('bring every event once, one tab at a time', async () => {
    await trackInAll('five_tabs');
    expect(front.mostAtOnce).toBe(1);
    const events = front.bodies.flatMap(eventsIn);
    // The storage that a tab sees lags a moment behind that of the tab before it: what was sent twice was counted once.
    expect(events.length).toBeLessThan(2 * 200);
    expect(events.every(({ sequence }) => Number(sequence) > 0)).toBe(true);
  });

  it('send every event once also in a browser without locks, where one has a lease until it ends', async () => {
    const name = 'five_tabs_without_locks';
    const start = Date.now();
    // Time stands still until it is set, so that a slow machine does not end the lease.
    await context.clock.setFixedTime(start);
    await context.addInitScript(takeLocksAway);
    const [sender, ...others] = [await open(), await open(), await open(), await open(), await open()];
    await eventually(
      () => sender.evaluate(() => Object.keys(localStorage).join()),
      (keys) => !/event|sender/.test(keys),
    );
    front.way = 'stuck';
    await track(sender, name, 1, 40);
    await requestWith(name);
    await Promise.all(
      others.map(async (page, tab) => {
        await page.waitForFunction(() => localStorage.getItem('clickstream.sender'));
        await track(page, name, tab * 40 + 41, tab * 40 + 80);
        await page.evaluate(() => window.clickstream?.flush());
      }),
    );
    expect(front.bodies.filter((body) => body.includes(name))).toHaveLength(1);
    front.way = 'open';
    await context.clock.setFixedTime(start + 20_000);
    await expectEachOnce(name, 200);
  });

  it('go on when the one that sends crashes in the midst of it', async () => {
    const [sender, other] = [await open(), await open()];
    await Promise.all([sender, other].map((page) => page.evaluate(() => window.clickstream?.flush())));
    front.way = 'stuck';
    await track(sender, 'sender_crashed', 1, 20);
    await requestWith('sender_crashed');
    await track(other, 'sender_crashed', 21, 40);
    await crash(sender);
    front.way = 'open';
    await expectEachOnce('sender_crashed', 40);
  });
});

describe.each([
  ['full', fillStorage, 'url'],
  ['forbidden', forbidStorage, 'url'],
  // Here Chromium itself forbids it, and its locks too.
  ['sandboxed', asItIs, 'sandboxedUrl'],
] as const)('a browser whose storage is %s', (state, prepare, address) => {
  it('sends every event once while the page is open', async () => {
    await context.addInitScript(prepare);
    const page = await open(context, front[address]);
    expect(await page.evaluate(canStore)).toBe(false);
    await track(page, `open_storage_${state}`, 1, 45);
    await expectEachOnce(`open_storage_${state}`, 45);
  });

  it('counts as lost what the page takes with it', async () => {
    const name = `left_storage_${state}`;
    const lostBefore = await lostInWarehouse();
    await context.addInitScript(prepare);
    const page = await open(context, front[address]);
    await page.evaluate(() => window.clickstream?.flush());
    front.way = 'down';
    await track(page, name, 1, 120, 1_000);
    await requestWith(name);
    front.way = 'open';
    await page.goto('about:blank');
    const counted = await eventually(
      async () => ({
        arrived: (await timesInWarehouse(name)).size,
        lost: (await lostInWarehouse()) - lostBefore,
      }),
      ({ arrived, lost }) => arrived > 0 && lost > 0,
    );
    expect(counted.arrived + counted.lost).toBe(120);
    expect(new Set((await timesInWarehouse(name)).values())).toEqual(new Set([1]));
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
    await context.setExtraHTTPHeaders({ 'sec-gpc': '1', dnt: '1' });
    await context.addInitScript(ask);
    const page = await open(context, `${front.url}?gclid=an-id-of-an-ad&email=mai@shop.vn#an-id`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await track(page, name, 1, 5);
    expect(await keptInBrowser(page)).toEqual([]);
    await expectEachOnce(name, 5);
    await track(page, name, 6, 6);
    await page.goto(front.url);
    await expectEachOnce(name, 6);
    expect(front.bodies.join()).not.toMatch(/clientId|sessionId|isFirstVisit|an-id|mai/);
    expect(await keptInBrowser(page)).toEqual([]);
    const rows = await cloud.sql(
      `SELECT DISTINCT client_id, session_id, user_id FROM public.clickstream_events WHERE event_name = $1`,
      [name],
    );
    expect(rows).toEqual([{ client_id: null, session_id: null, user_id: null }]);
  });
});

describe('a page without a framework', () => {
  it('tracks views and clicks by a script tag alone, and the shopper ends it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.evaluate(() => window.clickstream?.flush());
    const names = front.bodies.flatMap(eventsIn).map(({ eventName }) => eventName);
    expect(names).toEqual(['page_view', 'product_view', 'click', 'add_to_cart_click']);
    await page.getByRole('button', { name: 'Do not count me' }).click();
    await track(page, 'after_a_no', 1, 3);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.goto('about:blank');
    expect(front.bodies.join()).not.toContain('after_a_no');
  });
});
