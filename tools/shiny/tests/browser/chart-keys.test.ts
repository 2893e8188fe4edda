import type { Page } from 'playwright-core';
import { shownTip, tipAfter } from './chart-tips';
import { aDashboardTestBed, JUNE } from './dashboard-test-bed';

const testBed = aDashboardTestBed();
let page: Page;

beforeAll(async () => {
  page = await testBed.browser.newPage({ viewport: { width: 1280, height: 900 } });
}, 60_000);

const open = async (tab: string) => {
  await page.goto(testBed.addressOf(`tab=${tab}&${JUNE}`));
  await page.locator(`#${tab}-headline`).waitFor();
};
const tip = () => shownTip(page);

/** Replaces all elements by new ones, as Shiny does with a new answer. */
const redraw = (output: string) =>
  page.evaluate((selector) => {
    const drawn = document.querySelector(selector);
    if (drawn) drawn.innerHTML = String(drawn.innerHTML);
  }, output);

describe('a chart, by the keyboard alone', () => {
  it.each([
    ['overview', '.trend-hits', ['ArrowRight', 'ArrowRight'], /^2 Jun/],
    ['overview', '.trend-hits', ['ArrowRight', 'End'], /^30 Jun/],
    [
      'funnel',
      '.funnel',
      ['ArrowDown', 'ArrowDown'],
      /^Add to cart\n[0-9\s]+ sessions?\n.* of product views/,
    ],
    ['time', '.heatmap table', ['ArrowRight', 'ArrowDown', 'ArrowRight'], /^Tuesday 01:00/],
    ['time', '.columns', ['ArrowRight', 'ArrowRight', 'ArrowRight'], /^02:00/],
  ])('of %s, %s, shows its numbers with %j', async (tab, chart, keys, expected) => {
    await open(tab);
    expect(await tipAfter(page, chart, keys, expected)).toMatch(expected);
    await page.keyboard.press('Escape');
    expect(await tip()).toBe(false);
  });

  it('keeps the focus and the tip when new figures redraw it', async () => {
    await open('overview');
    expect(await tipAfter(page, '.trend-hits', ['ArrowRight', 'ArrowRight', 'ArrowRight'], /^3 Jun/)).toMatch(
      /^3 Jun/,
    );
    await redraw('#overview-trend');
    expect(await tip()).toMatch(/^3 Jun/);
    await page.keyboard.press('ArrowRight');
    expect(await tip()).toMatch(/^4 Jun/);
    await page.keyboard.press('Escape');
    await redraw('#overview-trend');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('trend-hits');
    expect(await tip()).toBe(false);
  });

  it('is reached with the Tab key', async () => {
    await open('funnel');
    await page.locator('#filters-traffic input:checked').focus();
    // "Compare with", "More filters", "Saved views" and the two buttons that choose the funnel come
    // first.
    for (let step = 0; step < 6; step++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('funnel');
  });
});
