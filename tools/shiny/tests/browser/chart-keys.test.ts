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

/**
 * Waits until nothing has been drawn for a second: keys get lost while Shiny replaces a chart.
 */
const settled = () =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let quiet = setTimeout(done, 1000);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, 1000);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );

const press = async (keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/**
 * The tip after some keys in a chart. Tries again if new figures have arrived meanwhile.
 */
async function tipAfter(
  chart: string,
  keys: readonly string[],
  expected: RegExp,
): Promise<string | false | null> {
  let shown: string | false | null = false;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await settled();
    await page.locator(chart).first().focus();
    await press(['Escape', ...keys]);
    shown = await tip();
    if (shown && expected.test(shown)) break;
  }
  return shown;
}

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
    expect(await tipAfter(chart, keys, expected)).toMatch(expected);
    await page.keyboard.press('Escape');
    expect(await tip()).toBe(false);
  });

  it('keeps the focus and the tip when new figures redraw it', async () => {
    await open('overview');
    expect(await tipAfter('.trend-hits', ['ArrowRight', 'ArrowRight', 'ArrowRight'], /^3 Jun/)).toMatch(
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
    // The two buttons that choose the funnel come first.
    for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('funnel');
  });
});
