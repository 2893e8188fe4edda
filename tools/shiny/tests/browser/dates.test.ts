import { WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { BrowserContext, Page } from 'playwright-core';
import { aDashboardTestBed } from './dashboard-test-bed';

const FIRST_DAY = '2025-11-01';

const testBed = aDashboardTestBed();
let context: BrowserContext;
let page: Page;
let asked: string[];

beforeAll(async () => {
  context = await testBed.browser.newContext({
    ...WITHOUT_MOTION,
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
  });
});

beforeEach(async () => {
  page = await context.newPage();
  asked = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const day = /"filters-(?:from|to)[^"]*":"([^"]*)"/.exec(payload.toString());
      if (day) asked.push(day[1] ?? '');
    }),
  );
});

afterEach(() => page.close());

const open = async (filters: string) => {
  await page.goto(testBed.addressOf(`tab=overview&${filters}`));
  // The days of all that there is are known when the first day with data is.
  await page.locator(`[data-filters^="${FIRST_DAY}|"] #overview-headline`).waitFor();
};
const daysInAddress = () => {
  const { searchParams } = new URL(page.url());
  return [searchParams.get('from'), searchParams.get('to')];
};

describe('a year that is typed into a date field', () => {
  it('is sent once, when Enter is pressed, and not as the years 2, 20 and 202', async () => {
    await open('period=all');
    await page.locator('#filters-from').focus();
    await page.keyboard.type('06102026', { delay: 150 });
    expect(await page.locator('#filters-from').inputValue()).toBe('2026-06-10');
    expect(asked).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=2026-06-10&to=/);
    expect(asked).toEqual(['2026-06-10']);
  });

  it('is sent once, when the field is left', async () => {
    await open('period=all');
    await page.locator('#filters-to').focus();
    await page.keyboard.type('06202026', { delay: 150 });
    await page.locator('#filters-from').focus();
    await page.waitForURL(/to=2026-06-20/);
    expect(asked).toEqual(['2026-06-20']);
  });

  it('stays as typed while the field has the focus, and then becomes the day that is shown', async () => {
    await open('period=all');
    const first = await page.locator('#filters-from').inputValue();
    await page.locator('#filters-from').focus();
    await page.keyboard.type('06102020', { delay: 50 });
    await page.keyboard.press('Enter');
    await page.getByText('The data begins on').waitFor();
    expect(await page.locator('#filters-from').inputValue()).toBe('2020-06-10');
    await page.locator('#filters-from').blur();
    expect(await page.locator('#filters-from').inputValue()).toBe(first);
  });

  it('that is left unfinished is replaced by the day that is shown', async () => {
    await open('period=all');
    const first = await page.locator('#filters-from').inputValue();
    await page.locator('#filters-from').focus();
    await page.keyboard.press('Backspace');
    await page.locator('#filters-from').blur();
    expect(await page.locator('#filters-from').inputValue()).toBe(first);
    expect(asked).toEqual([]);
  });
});

describe('a range that goes beyond the data', () => {
  it('is cut in the address, in the fields and in the chart, and the page says so', async () => {
    await open('period=all');
    const all = [
      await page.locator('#filters-from').inputValue(),
      await page.locator('#filters-to').inputValue(),
    ];
    await open('from=0001-01-01&to=9999-12-31');
    await page.waitForURL(/period=|from=2025-11-01/);
    await page.getByText('The data begins on').waitFor();
    expect(daysInAddress()).toEqual(all);
    expect(await page.locator('[id^="overview-trend-net-2"]').count()).toBeLessThan(800);
  });
});
