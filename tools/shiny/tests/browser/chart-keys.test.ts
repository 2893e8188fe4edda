import type { Page } from 'playwright-core';
import { aDashboardStage, JUNE } from './dashboard-stage';

const stage = aDashboardStage();
let page: Page;

beforeAll(async () => {
  page = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
}, 60_000);

const open = async (tab: string) => {
  await page.goto(stage.addressOf(`tab=${tab}&${JUNE}`));
  await page.locator(`#${tab}-headline`).waitFor();
};
const tip = async () =>
  (await page.locator('.tip').isVisible()) && (await page.locator('.tip').textContent());

const tipAfter = async (chart: string, keys: readonly string[]) => {
  await page.locator(chart).first().focus();
  for (const key of keys) await page.keyboard.press(key === 'End' ? 'ArrowRight' : key);
  if (keys[0] === 'End') await page.keyboard.press('End');
  return tip();
};

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
    let shown = await tipAfter(chart, keys);
    // An answer that comes late draws the chart anew, and takes the focus with it.
    for (let tries = 0; shown === false && tries < 20; tries += 1) {
      await page.waitForTimeout(500);
      shown = await tipAfter(chart, keys);
    }
    expect(shown).toMatch(told);
    await page.keyboard.press('Escape');
    expect(await tip()).toBe(false);
  });

  it('is reached with the Tab key', async () => {
    await open('funnel');
    await page.locator('#filters-traffic input:checked').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('funnel');
  });
});
