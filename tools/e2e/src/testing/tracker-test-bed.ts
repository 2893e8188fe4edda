import { openChromium } from '@clickstream/local-servers/chromium';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aCloud, type CloudUnderTest } from './a-cloud';
import { eventually } from './eventually';
import { openPageFront, type PageFront } from './page-front';

declare global {
  interface Window {
    /** The tracker that the script tag gives its page. */
    readonly clickstream?: {
      custom(name: string, properties: object): void;
      flush(): Promise<void>;
    };
  }
}

/**
 * A cloud for the tests of a file; for each test a browser without history,
 * and pages with the tracker.
 */
export interface TrackerTestBed {
  readonly cloud: CloudUnderTest;
  readonly context: BrowserContext;
  readonly front: PageFront;
  open(within?: BrowserContext, url?: string): Promise<Page>;
  /** Waits until a request with such an event has come, whatever became of it. */
  requestWith(name: string): Promise<unknown>;
  /** The number of rows in the warehouse for each number of an event. */
  timesInWarehouse(name: string): Promise<Map<number, number>>;
  /** Waits until the ETL has loaded as many events; fails when one is there twice. */
  expectEachOnce(name: string, count: number): Promise<void>;
}

/**
 * Gives the tests of the file a cloud and pages. A test fails when the tracker
 * threw an error into a page.
 */
export function aTrackerTestBed(): TrackerTestBed {
  let cloud: CloudUnderTest;
  let browser: Browser;
  let context: BrowserContext;
  let front: PageFront;
  let thrown: Error[];

  beforeAll(async () => {
    [browser, cloud] = await Promise.all([openChromium(), aCloud({ storefront: 'none', dashboards: false })]);
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

  const timesInWarehouse = async (name: string) => {
    const rows = await cloud.sql<{ n: number; times: number }>(
      `SELECT (properties->>'n')::int AS n, count(*)::int AS times
       FROM public.clickstream_events WHERE event_name = $1 GROUP BY 1 ORDER BY 1`,
      [name],
    );
    return new Map(rows.map(({ n, times }) => [n, times]));
  };

  return {
    get cloud() {
      return cloud;
    },
    get context() {
      return context;
    },
    get front() {
      return front;
    },
    async open(within = context, url = front.url) {
      const page = await within.newPage();
      await page.goto(url);
      return page;
    },
    requestWith: (name) =>
      eventually(
        async () => front.bodies.some((body) => body.includes(name)),
        (hasCome) => hasCome,
      ),
    timesInWarehouse,
    async expectEachOnce(name, count) {
      const expected = new Map(Array.from({ length: count }, (_, index) => [index + 1, 1]));
      await eventually(
        () => timesInWarehouse(name),
        (found) => found.size >= count,
      );
      expect(await timesInWarehouse(name)).toEqual(expected);
    },
  };
}

/** Tracks events of the shop's own, numbered `from` to `to`, and padded by so many characters. */
export const track = (page: Page, name: string, from: number, to: number, padding = 0) =>
  page.evaluate(
    ([eventName, first, last, length]) => {
      for (let n = first; n <= last; n += 1) {
        window.clickstream?.custom(eventName, { n, text: 'x'.repeat(length) });
      }
    },
    [name, from, to, padding] as const,
  );
