import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aCloud, type CloudUnderTest } from './testing/a-cloud';
import { killChromium, openChromium, openLastingChromium } from './testing/chromium';
import { eventually } from './testing/eventually';
import { eventsIn, openPageFront, type PageFront } from './testing/page-front';

declare global {
  interface Window {
    /** What the script tag gives its page. */
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
});

afterEach(async () => {
  await context.close();
  await front.close();
});

async function open(within: BrowserContext = context): Promise<Page> {
  const page = await within.newPage();
  await page.goto(front.url);
  return page;
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

/** How often each number of an event is in the warehouse. */
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
      await eventually(
        async () => front.bodies.some((body) => body.includes(name)),
        (isOnItsWay) => isOnItsWay,
      );
      const session = await context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined);
      await crashed;
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
  it('send every event once, one tab at a time', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map(() => open()));
    await Promise.all(
      pages.map(async (page, tab) => {
        for (let part = 0; part < 4; part += 1) {
          await track(page, 'five_tabs', tab * 40 + part * 10 + 1, tab * 40 + part * 10 + 10);
        }
      }),
    );
    await expectEachOnce('five_tabs', 200);
    expect(front.mostAtOnce).toBe(1);
    const sequences = front.bodies.flatMap(eventsIn).map(({ sequence }) => Number(sequence));
    expect(sequences.every((sequence) => sequence > 0)).toBe(true);
  });
});

/** Fills the storage of the page's origin to the last character. */
const fillStorage = () => {
  for (let size = 1 << 20; size >= 1; size = size >> 1) {
    try {
      for (let part = 0; ; part += 1) localStorage.setItem(`shop.${size}.${part}`, 'x'.repeat(size));
    } catch {
      // Full for this size: smaller ones may still fit.
    }
  }
};

const forbidStorage = () =>
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });

describe.each([
  ['full', fillStorage],
  ['forbidden', forbidStorage],
])('a browser whose storage is %s', (state, prepare) => {
  it('sends every event once while the page is open', async () => {
    await context.addInitScript(prepare);
    const page = await open();
    await track(page, `open_storage_${state}`, 1, 45);
    await expectEachOnce(`open_storage_${state}`, 45);
  });

  it('counts as lost what the page takes with it', async () => {
    const name = `left_storage_${state}`;
    const lostBefore = await lostInWarehouse();
    await context.addInitScript(prepare);
    const page = await open();
    await page.evaluate(() => window.clickstream?.flush());
    front.way = 'down';
    await track(page, name, 1, 120, 1_000);
    await eventually(
      async () => front.bodies.some((body) => body.includes(name)),
      (isRefused) => isRefused,
    );
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

describe('a browser that asks for privacy', () => {
  it('is counted without any id, and keeps nothing', async () => {
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
    );
    const page = await open();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await track(page, 'private_page', 1, 5);
    await expectEachOnce('private_page', 5);
    expect(front.bodies.join()).not.toMatch(/clientId|sessionId|isFirstVisit/);
    expect(await page.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], '']);
    const rows = await cloud.sql(
      `SELECT DISTINCT client_id, session_id, user_id FROM public.clickstream_events
       WHERE event_name = 'private_page'`,
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
