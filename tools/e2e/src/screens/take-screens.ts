import { WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import { DESK_ACCOUNT } from '@clickstream/local-cloud';
import type { Browser, Page } from 'playwright-core';
import { fillDelivery } from '../testing/ways-through-the-shop';
import { LOOKS, TABS, type Look } from './looks';

/** Addresses of what runs. */
export interface Addresses {
  readonly shop: string;
  /** Of the page, with its path and without a question mark. */
  readonly dashboards: string;
}

/** One screen: its name, and how the page comes to it from the one before. */
interface Screen {
  readonly name: string;
  go(page: Page): Promise<unknown>;
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
  for (const { name, go } of [...shopScreens(addresses.shop), ...dashboardScreens(addresses.dashboards)]) {
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

export const SCREEN_NAMES: readonly string[] = [...shopScreens(''), ...dashboardScreens('')].map(
  ({ name }) => name,
);

function dashboardScreens(address: string): Screen[] {
  return TABS.map((tab) => ({
    name: `dashboard-${tab}`,
    async go(page) {
      await page.goto(`${address}?tab=${tab}&period=30`);
      await page.locator(`#${tab}-headline`).waitFor();
      await page.waitForFunction(
        () => !document.querySelector('.shiny-busy, .recalculating, .stale, .tab-pane.active .skeleton'),
      );
    },
  }));
}

function shopScreens(shop: string): Screen[] {
  const step = (button: string, heading: string | RegExp) => async (page: Page) => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  };
  return [
    { name: 'shop-home', go: (page) => page.goto(shop) },
    { name: 'shop-department', go: (page) => page.goto(`${shop}/category/laptops`) },
    { name: 'shop-search', go: (page) => page.goto(`${shop}/search?q=gaming`) },
    { name: 'shop-nothing-found', go: (page) => page.goto(`${shop}/search?q=macbook`) },
    { name: 'shop-sign-in', go: (page) => page.goto(`${shop}/sign-in`) },
    {
      name: 'shop-product',
      async go(page) {
        await page.goto(`${shop}/category/laptops`);
        await page.locator('main a[href^="/product/"]').first().click();
        await page.waitForURL('**/product/*');
      },
    },
    {
      name: 'shop-cart',
      async go(page) {
        await page.getByRole('button', { name: 'Add to cart' }).click();
        await page.getByRole('link', { name: 'View cart' }).click();
        await page.waitForURL('**/cart');
      },
    },
    {
      name: 'shop-delivery',
      async go(page) {
        await page.getByRole('link', { name: 'Checkout' }).click();
        await fillDelivery(page);
      },
    },
    { name: 'shop-payment', go: step('Continue to payment', 'Payment') },
    { name: 'shop-review', go: step('Continue to review', 'Review') },
    { name: 'shop-order', go: step('Place order', /^Thank you/) },
    ...deskScreens(shop),
  ];
}

/** The desk with the order that was just placed. */
function deskScreens(shop: string): Screen[] {
  return [
    {
      name: 'desk-today',
      async go(page) {
        await page.goto(`${shop}/sign-in`);
        await page.getByLabel('Email').fill(DESK_ACCOUNT.email);
        await page.getByLabel('Password').fill(DESK_ACCOUNT.password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: 'Sign out' }).waitFor();
        await page.goto(`${shop}/desk`);
      },
    },
    { name: 'desk-orders', go: (page) => page.goto(`${shop}/desk/orders`) },
    {
      name: 'desk-order',
      async go(page) {
        await page.locator('main a[href^="/desk/orders/"]').first().click();
        await page.waitForURL('**/desk/orders/*');
      },
    },
    { name: 'desk-products', go: (page) => page.goto(`${shop}/desk/products`) },
  ];
}
