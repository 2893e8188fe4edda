import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import { simulate, type SimulatedSession, type SimulationOptions } from '@clickstream/shopper-simulator';
import type { Page } from 'playwright-core';
import type { Edge } from './edge';
import { madeByServer, trafficCounter, type PageTraffic } from './page-traffic';

declare global {
  interface Window {
    /** The router of Next. */
    readonly next: { readonly router: { push(path: string): void } };
  }
}

/** Visitors whose pages are opened. */
const SAMPLE = 48;

/** Milliseconds between two letters of a search. */
const TYPING = 200;

/**
 * A sample of the people and robots who visit the shop in a month, each with all visits: every so
 * many of them in the order of their page views, so that those who look at many are neither left
 * out nor too many.
 */
export function sampleOfVisitors(simulation: SimulationOptions): readonly SimulatedSession[][] {
  const visitors = new Map<string, SimulatedSession[]>();
  for (const session of simulate(simulation)) {
    const visits = visitors.get(session.clientId);
    if (visits) visits.push(session);
    else visitors.set(session.clientId, [session]);
  }
  const all = [...visitors.values()].sort((one, other) => pageViewsOf(one) - pageViewsOf(other));
  const step = all.length / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, place) => all[Math.floor((place + 0.5) * step)] ?? []);
}

/** Opens the pages of their visits one after the other, as links within the shop do. */
export async function walk(
  { url: shopUrl, trusted }: Pick<Edge, 'url' | 'trusted'>,
  visitors: readonly SimulatedSession[][],
) {
  const browser = await openChromium([trusted]);
  const { follow, settled, traffic } = trafficCounter(shopUrl);
  let pageViews = 0;
  try {
    for (const visits of visitors) {
      // The files of an earlier visit are in its cache.
      const context = await browser.newContext(WITHOUT_MOTION);
      for (const visit of visits) {
        const page = await context.newPage();
        await follow(page);
        for (const step of stepsOf(visit, shopUrl)) {
          const before = madeByServer(traffic.requests);
          await take(page, step);
          await somethingMade(traffic, before);
          await settled();
          if (step.kind !== 'put into the cart') pageViews += 1;
        }
        await page.close();
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return { pageViews, traffic };
}

/** Page views in visits. */
export const pageViewsOf = (visits: readonly SimulatedSession[]): number =>
  visits.flatMap(({ events }) => events).filter(({ eventName }) => eventName === 'page_view').length;

type Step =
  | { readonly kind: 'open'; readonly address: string }
  | { readonly kind: 'follow a link'; readonly address: string }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'put into the cart' };

/**
 * Steps of a visit that the storefront hears of. Checkout and accounts are only looked at. A robot
 * opens each address anew.
 */
function stepsOf({ events, isBot }: SimulatedSession, shopUrl: string): Step[] {
  const steps: Step[] = [];
  for (const { eventName, pageUrl } of events) {
    const address = String(pageUrl);
    const words = new URL(address).searchParams.get('q');
    if (eventName === 'add_to_cart_click') steps.push({ kind: 'put into the cart' });
    if (eventName !== 'page_view') continue;
    if (isBot || steps.length === 0) steps.push({ kind: 'open', address });
    else if (words) steps.push({ kind: 'search', words });
    else steps.push({ kind: 'follow a link', address: address.slice(shopUrl.length) });
  }
  return steps;
}

async function take(page: Page, step: Step): Promise<void> {
  if (step.kind === 'open') await page.goto(step.address);
  else if (step.kind === 'follow a link')
    await page.evaluate((to) => window.next.router.push(to), step.address);
  else if (step.kind === 'put into the cart') await page.getByRole('button', { name: 'Add to cart' }).click();
  else if (step.kind === 'search') {
    const box = page.getByRole('combobox', { name: 'Search the shop' });
    await box.fill('');
    await box.pressSequentially(step.words, { delay: TYPING });
    await box.press('Enter');
  }
}

/** Waits until the server has made an answer, if the browser asks for one at all. */
async function somethingMade({ requests }: PageTraffic, before: number): Promise<void> {
  for (let waited = 0; waited < 2_000 && madeByServer(requests) === before; waited += 60)
    await new Promise((later) => setTimeout(later, 60));
}
