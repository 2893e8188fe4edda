import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import { simulate, type SimulatedSession, type SimulationOptions } from '@clickstream/shopper-simulator';
import { trafficCounter } from './page-traffic';

declare global {
  interface Window {
    /** The router of Next. */
    readonly next: { readonly router: { push(path: string): void } };
  }
}

/** Visitors whose pages are opened. */
const SAMPLE = 24;

/** A sample of the people who visit the shop in a month, each with all visits. */
export function sampleOfVisitors(simulation: SimulationOptions): readonly SimulatedSession[][] {
  const visitors = new Map<string, SimulatedSession[]>();
  for (const session of simulate(simulation)) {
    const visits = visitors.get(session.clientId);
    if (visits) visits.push(session);
    else if (!session.isBot) visitors.set(session.clientId, [session]);
  }
  const all = [...visitors.values()];
  return all.filter((_, index) => index % Math.ceil(all.length / SAMPLE) === 0);
}

/** Opens the pages of their visits one after the other, as links within the shop do. */
export async function walk(shopUrl: string, visitors: readonly SimulatedSession[][]) {
  const browser = await openChromium();
  const { follow, settled, rendered, traffic } = trafficCounter(shopUrl);
  let pageViews = 0;
  try {
    for (const visits of visitors) {
      // The files of an earlier visit are in its cache.
      const context = await browser.newContext(WITHOUT_MOTION);
      for (const { events } of visits) {
        const page = await context.newPage();
        await follow(page);
        const views = events.filter(({ eventName }) => eventName === 'page_view');
        for (const [index, { pageUrl }] of views.entries()) {
          const path = String(pageUrl).slice(shopUrl.length);
          const before = traffic.requests.rendered;
          if (index === 0) await page.goto(shopUrl + path);
          else await page.evaluate((to) => window.next.router.push(to), path);
          await rendered(before);
          await settled();
        }
        pageViews += views.length;
        await page.close();
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return { pageViews, traffic };
}
