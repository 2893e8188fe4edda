import type { Page } from 'playwright-core';
import { aDashboardTestBed, JUNE } from './dashboard-test-bed';

const testBed = aDashboardTestBed();
let page: Page;

beforeAll(async () => {
  page = await testBed.browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
}, 60_000);

const open = async (tab: string) => {
  await page.goto(testBed.addressOf(`tab=${tab}&${JUNE}`));
  await page.locator(`#${tab}-headline`).waitFor();
};
const tip = async () =>
  (await page.locator('.tip').isVisible()) && (await page.locator('.tip').textContent());

/** Puts new elements in the places of the old, as Shiny does with a new answer. */
const drawAnew = (output: string) =>
  page.evaluate((selector) => {
    const drawn = document.querySelector(selector);
    if (drawn) drawn.innerHTML = String(drawn.innerHTML);
  }, output);

describe('a chart, by the keyboard alone', () => {
  it.each([
    ['overview', '.trend-hits', ['ArrowRight', 'ArrowRight'], /^2 Jun/],
    ['overview', '.trend-hits', ['End'], /^30 Jun/],
    [
      'funnel',
      '.funnel',
      ['ArrowDown', 'ArrowDown'],
      /^Add to cart\n[0-9\s]+ sessions?\n.* of product views/,
    ],
    ['time', '.heatmap table', ['ArrowRight', 'ArrowDown', 'ArrowRight'], /^Tuesday 01:00/],
    ['time', '.columns', ['ArrowRight', 'ArrowRight', 'ArrowRight'], /^02:00/],
  ])('of %s, %s, tells its numbers with %j', async (tab, chart, keys, told) => {
    await open(tab);
    await page.locator(chart).first().focus();
    for (const key of keys) await page.keyboard.press(key === 'End' ? 'ArrowRight' : key);
    if (keys[0] === 'End') await page.keyboard.press('End');
    expect(await tip()).toMatch(told);
    await page.keyboard.press('Escape');
    expect(await tip()).toBe(false);
  });

  it('has the focus and the tip where they were when new figures draw it anew', async () => {
    await open('overview');
    await page.waitForLoadState('networkidle');
    await page.locator('.trend-hits').first().focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    expect(await tip()).toMatch(/^3 Jun/);
    await drawAnew('#overview-trend');
    expect(await tip()).toMatch(/^3 Jun/);
    await page.keyboard.press('ArrowRight');
    expect(await tip()).toMatch(/^4 Jun/);
    await page.keyboard.press('Escape');
    await drawAnew('#overview-trend');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('trend-hits');
    expect(await tip()).toBe(false);
  });

  it('is reached with the Tab key', async () => {
    await open('funnel');
    await page.locator('#filters-traffic input:checked').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('funnel');
  });
});
