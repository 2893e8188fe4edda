import type { BrowserContext, Page } from 'playwright-core';
import { aDashboardTestBed, JUNE } from './dashboard-test-bed';

// The address is written when filters have been still for this long.
const SETTLED_MS = 250;
// Long enough for the answer to an earlier step to be under way at the next step.
const SERVER_MAY_SPEAK_MS = 200;

const testBed = aDashboardTestBed();
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  context = await testBed.browser.newContext({ viewport: { width: 1280, height: 900 } });
});

beforeEach(async () => {
  page = await context.newPage();
});

afterEach(() => page.close());

const open = async (tab: string, rest = '') => {
  await page.goto(testBed.addressOf(`tab=${tab}&${JUNE}${rest}`));
  await page.locator(`#${tab}-headline`).waitFor();
};
const clickTab = (name: string) => page.locator('#tab a', { hasText: name }).click();

describe('a choice on a tab', () => {
  it.each([
    ['today', 'button[data-input="today-segment"][data-value="device"]', 'segment=device'],
    ['overview', '.tile[data-value="orders"]', 'metric=orders'],
    [
      'funnel',
      '#funnel button[data-value="channel"], button[data-input="funnel-by"][data-value="channel"]',
      'by=channel',
    ],
    ['products', 'button[data-input="filters-only"][data-value="category=monitors"]', 'category=monitors'],
    ['carts', 'button[data-input="carts-split"][data-value="value"]', 'split=value'],
    ['products', '#products-all button[data-value="revenue"]', 'sort=-revenue'],
    ['pages', 'button[data-input="pages-terms"][data-value="nothing"]', 'terms=nothing'],
    ['marketing', 'button[data-input="marketing-model"][data-value="linear"]', 'model=linear'],
    ['customers', 'button[data-input="customers-cohorts"][data-value="revenue"]', 'cohorts=revenue'],
    ['time', 'button[data-input="time-metric"][data-value="sessions"]', 'count=sessions'],
  ])('is in the address of %s, and a link with it opens the same', async (tab, button, choice) => {
    await open(tab);
    await page.locator(button).first().click();
    await page.waitForURL(new RegExp(choice));
    await open(tab, `&${choice}`);
    const heading = page.locator('th[aria-sort="descending"] button[data-value="revenue"]');
    const pressed = page.locator(button).first().and(page.locator('[aria-pressed="true"]'));
    await (choice.startsWith('sort') ? heading : pressed).waitFor();
  });
});

describe('Back', () => {
  it('restores tab, filters and choices, step by step, and Forward repeats them', async () => {
    await open('overview');
    await page.locator('.tile[data-value="orders"]').click();
    await page.waitForURL(/metric=orders/);
    await page.getByText('Guest', { exact: true }).click();
    await page.waitForURL(/login=guest/);
    await clickTab('Funnel');
    await page.waitForURL(/tab=funnel/);
    await page.locator('#funnel-headline').waitFor();

    await page.goBack();
    await page.locator('#overview-headline').waitFor();
    expect(page.url()).toMatch(/tab=overview.*login=guest.*metric=orders/);
    await page.goBack();
    await page.locator('#filters-login input[value="all"]:checked').waitFor({ state: 'attached' });
    await page.locator('[data-filters$="|all|people"] #overview-headline').waitFor();
    await page.goBack();
    await page.locator('.tile[data-value="net"][aria-pressed="true"]').waitFor();
    expect(page.url()).not.toMatch(/metric=/);
    await page.goForward();
    await page.goForward();
    await page.locator('[data-filters$="|guest|people"] #overview-headline').waitFor();
    expect(page.url()).toMatch(/login=guest.*metric=orders/);
  });

  it('is not undone by a late answer of the server to an earlier step', async () => {
    await open('overview');
    await page.locator('.tile[data-value="orders"]').click();
    await page.waitForURL(/metric=orders/);
    await page.getByText('Guest', { exact: true }).click();
    await page.waitForURL(/login=guest/);
    const steps = [-1, -1, 1, 1, -2, 2, -1, 1];
    for (const step of steps) {
      // The browser gives up a step that has not been taken when the next one is asked.
      await page.evaluate((by) => {
        const taken = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
        window.history.go(by);
        return taken.then(() => undefined);
      }, step);
      await page.waitForTimeout(SERVER_MAY_SPEAK_MS);
    }
    await page.locator('[data-filters$="|guest|people"] #overview-headline').waitFor();
    await page.locator('#filters-login input[value="guest"]:checked').waitFor({ state: 'attached' });
    await page.waitForTimeout(2 * SETTLED_MS);
    expect(page.url()).toMatch(/tab=overview.*login=guest.*metric=orders/);
    expect(await page.evaluate(() => window.history.length)).toBe(4);
  });
});
