import { WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { Browser, Page } from 'playwright-core';
import { dashboardScreens } from './dashboard-screens';
import { deskScreens } from './desk-screens';
import { LOOKS, type Look } from './looks';
import type { Screen } from './screen';
import { shopScreens } from './shop-screens';

/** Addresses of what runs. */
export interface Addresses {
  readonly shop: string;
  /** Of the page, with its path and without a question mark. */
  readonly dashboards: string;
}

/** Takes every screen in one look; `keep` gets each as a JPEG of the whole page. */
export async function takeScreens(
  browser: Browser,
  look: Look,
  addresses: Addresses,
  keep: (name: string, picture: Buffer) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...WITHOUT_MOTION, ...LOOKS[look] });
  const page = await context.newPage();
  for (const { name, go } of screensOf(addresses)) {
    await go(page);
    await showAll(page);
    await keep(`${name}-${look}`, await pictureOf(page));
  }
  await context.close();
}

/** Scrolls through the page, so that pictures below the first screen are loaded, too. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += 500) {
      window.scrollTo(0, top);
      await new Promise((done) => setTimeout(done, 50));
    }
    window.scrollTo(0, 0);
  });
  await page.waitForLoadState('networkidle');
}

/** The page as a JPEG, as far as most readers scroll: long tables repeat themselves. */
async function pictureOf(page: Page): Promise<Buffer> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const clip = { x: 0, y: 0, width, height: Math.min(height, 1.5 * Math.max(width, 900)) };
  return page.screenshot({ type: 'jpeg', quality: 45, scale: 'css', fullPage: true, clip });
}

export const SCREEN_NAMES: readonly string[] = screensOf({ shop: '', dashboards: '' }).map(
  ({ name }) => name,
);

/** The desk comes after the shop, with the order that was placed there. */
function screensOf({ shop, dashboards }: Addresses): readonly Screen[] {
  return [...shopScreens(shop), ...deskScreens(shop), ...dashboardScreens(dashboards)];
}
