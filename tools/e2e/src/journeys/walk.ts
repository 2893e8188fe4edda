import { WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import { devices, type Browser, type Page } from 'playwright-core';
import type { Inspected } from './inspector';
import type { Fields, Journey, Shown } from './journey';

/** An event with its fields, for comparison. */
export type ToldEvent = readonly [name: string, fields: Fields];

/** A journey that was made. */
export interface Walked {
  /** The id of the browser in its events; null where nothing is stored. */
  readonly clientId: string | null;
  /** The events that must arrive. */
  readonly expected: readonly ToldEvent[];
  /** Requests with events that left the browser. */
  readonly requests: number;
  /** All that the inspector showed, in a journey with one. */
  readonly inspected: Inspected | undefined;
}

const LOOKS = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { ...devices['Pixel 7'], defaultBrowserType: undefined },
};

/** Milliseconds after which a step's events are missing; the comparison then names them. */
const PATIENCE_MS = 15_000;

/** Goes through a journey in a browser without history, and leaves the shop at its end. */
export async function walk(
  browser: Browser,
  { shopUrl, apiUrl }: { readonly shopUrl: string; readonly apiUrl: string },
  { device, isAsked = false, steps, atEnd }: Journey,
): Promise<Walked> {
  const context = await browser.newContext({ ...WITHOUT_MOTION, ...LOOKS[device] });
  let requests = 0;
  context.on('request', (request) => {
    if (request.url().startsWith(apiUrl)) requests += 1;
  });
  if (!isAsked) await context.addCookies([{ name: 'sbw_consent', value: 'granted', url: shopUrl }]);
  let page = await context.newPage();
  const shopper = {
    shopUrl,
    email: `shopper-${Math.random().toString(36).slice(2)}@shop.example`,
    newTab: async () => (page = await context.newPage()),
  };
  const expected: ToldEvent[] = [];
  let by: Fields = {};
  for (const { does, act, tells, becomes } of steps) {
    try {
      await act(page, shopper);
    } catch (error) {
      throw new Error(`The shopper cannot do this on ${page.url()}: ${does}`, { cause: error });
    }
    await untilRecorded(page, expected.length + tells.length);
    const shown = tells.some(([, fields]) => typeof fields === 'function') ? await listsOf(page) : {};
    for (const [name, fields = {}] of tells) {
      if (becomes && name === 'page_view') by = { by: becomes };
      expected.push([name, { ...(typeof fields === 'function' ? fields(shown) : fields), ...by }]);
    }
  }
  const inspected = await atEnd?.(page);
  const clientId = await page.evaluate(() => localStorage.getItem('clickstream.client'));
  for (const open of context.pages()) await open.goto('about:blank');
  await context.close();
  return { clientId, expected, requests, inspected };
}

/** Waits until the browser has counted as many events, and the views that wait have a title. */
async function untilRecorded(page: Page, events: number): Promise<void> {
  const isRecorded = (count: number) =>
    Number(localStorage.getItem('clickstream.sequence')) >= count &&
    !Object.values(localStorage).some((text) =>
      /"page_view"[^\n]*?"pageTitle":null/.test(String(text).replaceAll('\\', '')),
    );
  await page.waitForFunction(isRecorded, events, { timeout: PATIENCE_MS }).catch(() => undefined);
}

/** The products on the page by list, by what the page says of itself. */
function listsOf(page: Page): Promise<Shown> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-list]')].map((list) => [
        list.dataset['list'] ?? '',
        [...list.querySelectorAll<HTMLElement>('[data-product-id]')].map(
          ({ dataset }) => dataset['productId'] ?? '',
        ),
      ]),
    ),
  );
}
