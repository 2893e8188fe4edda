import { WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { JUNE, type DashboardTestBed } from './dashboard-test-bed';

/** One reader of the dashboard. */
export interface Reader {
  /** A new page for each test, or one for a group that begins with `openOnce`. */
  readonly page: Page;
  /** Addresses that the page has requested. */
  readonly requested: readonly URL[];
  open(tab: string, filters?: string): Promise<unknown>;
  /** Opens a tab by a click and waits for its figures. */
  goTo(tab: string): Promise<void>;
  /** The exact number of an element. */
  numberAt(id: string): Promise<number>;
  /** Opens one page for the tests of a group, which go from tab to tab by a click. */
  openOnce(query: string, options?: BrowserContextOptions): void;
}

/** Gives the tests of the file a reader. */
export function aReader(testBed: DashboardTestBed): Reader {
  // The dashboard keeps nothing in a browser but its files, which a new page need not load again.
  const contexts = new Map<string, BrowserContext>();
  let page: Page;
  let requested: URL[];
  let isShared = false;
  const contextWith = async (options: BrowserContextOptions) => {
    const key = JSON.stringify(options);
    const viewport = { width: 1280, height: 900 };
    const context =
      contexts.get(key) ?? (await testBed.browser.newContext({ ...WITHOUT_MOTION, viewport, ...options }));
    contexts.set(key, context);
    return context;
  };
  const newPage = async (options: BrowserContextOptions = {}) => {
    page = await (await contextWith(options)).newPage();
    requested = [];
    page.on('request', (request) => requested.push(new URL(request.url())));
  };
  beforeEach(() => (isShared ? undefined : newPage()));
  afterEach(() => (isShared ? undefined : page.close()));
  return {
    get page() {
      return page;
    },
    get requested() {
      return requested;
    },
    open: (tab, filters = JUNE) => page.goto(testBed.addressOf(`tab=${tab}&${filters}`)),
    async goTo(tab) {
      await page.locator(`#tab a[data-value="${tab}"]`).click();
      await page.locator(`#${tab}-headline`).waitFor();
    },
    numberAt: async (id) => Number(await page.locator(`#${id}`).getAttribute('data-value')),
    openOnce(query, options) {
      beforeAll(async () => {
        isShared = true;
        await newPage(options);
        await page.goto(testBed.addressOf(query));
      });
      afterAll(async () => {
        isShared = false;
        await page.close();
      });
    },
  };
}
