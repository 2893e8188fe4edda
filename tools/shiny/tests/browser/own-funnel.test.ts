import pg from 'pg';
import { LANDING, PLANNED_TERMS, REVENUE_AFTER_SEARCH } from '../warehouse/planned-searches';
import { settled } from './chart-tips';
import { aDashboardTestBed } from './dashboard-test-bed';
import { aReader } from './reader';

const MARCH = 'from=2026-03-16&to=2026-03-31';
const DAYS = ["timestamptz '2026-03-15 17:00 UTC'", "timestamptz '2026-03-31 17:00 UTC'"].join(', ');
const STEPS = ['page_view', 'search', 'product_view', 'checkout_complete'];

const terms = Object.values(PLANNED_TERMS);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const searches = sum(terms.map((term) => term.searches));
const opened = sum(terms.map((term) => term.opened));
const orders = sum(terms.map((term) => term.orders));
/** The planned sessions: two page views, search, product and order are 1, 1 and 6 minutes apart. */
const PLANNED = {
  units: [searches, searches, opened, orders],
  lost: [0, searches - opened, opened - orders, 0],
  pending: [0, 0, 0, 0],
  median: [0, 60, 60, 360],
  net: STEPS.map(() => orders * REVENUE_AFTER_SEARCH),
};

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

const shownNumbers = async () => {
  await reader.page.locator('#funnel-own-units-1').waitFor();
  const column = (what: string) =>
    Promise.all(STEPS.map((_, index) => reader.numberAt(`funnel-own-${what}-${index + 1}`)));
  const [units, lost, pending, median, net] = [
    await column('units'),
    await column('lost'),
    await column('pending'),
    await column('median'),
    await column('net'),
  ];
  return { units, lost, pending, median, net };
};

/** The same numbers from the engine, asked by the test. */
async function countedByTheWarehouse(): Promise<unknown> {
  const client = new pg.Client({ connectionString: process.env['DW_SHINY_URL'] });
  await client.connect();
  const definition = { steps: STEPS.map((event) => ({ event })), traffic: 'people' };
  const { rows } = await client.query<Record<string, string> & { revenue: { net: number }[] }>(
    `SELECT * FROM dash.funnel($1, ${DAYS})`,
    [JSON.stringify(definition)],
  );
  await client.end();
  const column = (name: string) => rows.map((row) => Number(row[name] ?? 0));
  return {
    units: column('units'),
    lost: column('lost'),
    pending: column('pending'),
    median: column('median_seconds'),
    net: rows.map(({ revenue }) => sum(revenue.map(({ net }) => net))),
  };
}

/** Goes on with the Tab key until an element has the focus. */
async function tabTo(selector: string, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 80; press++) {
    await reader.page.keyboard.press(key);
    if (await reader.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The Tab key does not reach ${selector}.`);
}
const stepButton = (action: string, place: number) => `.own-step:nth-child(${place}) [data-step="${action}"]`;
const eventOf = (place: number) => `.own-step:nth-child(${place}) [data-part="event"]`;

/**
 * Chooses the event of a step by its first letters. A browser begins a new word after a second, so
 * that on a busy machine letters are typed again.
 */
async function typeEvent(place: number, letters: string, event: string): Promise<void> {
  const { page } = reader;
  await tabTo(eventOf(place));
  for (let attempt = 0; attempt < 20; attempt++) {
    await page.keyboard.type(letters);
    if ((await page.locator(eventOf(place)).inputValue()) === event) return;
    await page.waitForTimeout(1_500);
  }
  throw new Error(`Typing ${letters} does not choose ${event}.`);
}

describe('a funnel of own steps', () => {
  it('is built with the keyboard, and its address opens the same numbers', async () => {
    const { page } = reader;
    await reader.open('funnel', MARCH);
    await page.locator('#funnel-headline').waitFor();
    await tabTo('button[data-input="funnel-funnel"][data-value="own"]');
    await page.keyboard.press('Enter');
    await page.locator('#funnel-own-builder form').waitFor();
    await page.waitForURL(/funnel=own/);
    await settled(page);
    await typeEvent(1, 'Sea', 'search');
    await typeEvent(2, 'Pag', 'page_view');
    await tabTo(stepButton('up', 2));
    await page.keyboard.press('Enter');
    expect(await page.locator(eventOf(1)).inputValue()).toBe('page_view');
    await typeEvent(3, 'Prod', 'product_view');
    await tabTo('[data-step="add"]');
    await page.keyboard.press('Enter');
    await tabTo(stepButton('remove', 5));
    await page.keyboard.press('Enter');
    expect(await page.locator('.own-step').count()).toBe(4);
    await tabTo('.own-form [type="submit"]');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('steps') === STEPS.join('~'));
    await page.locator('#funnel-headline', { hasText: `${searches} sessions` }).waitFor();

    const shown = await shownNumbers();
    expect(shown).toEqual(PLANNED);
    expect(shown).toEqual(await countedByTheWarehouse());
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    expect(await shownNumbers()).toEqual(PLANNED);
    expect(await page.locator('#funnel-headline').textContent()).toBe(
      `5.3\u202f% of ${searches} sessions reached the last step; the largest loss, ` +
        `${searches - opened} sessions, is between Search and Product view.`,
    );
  });

  it('goes back to the funnel before', async () => {
    const { page } = reader;
    await reader.open('funnel', `${MARCH}&funnel=own&steps=page_view~search`);
    await page.locator('#funnel-own-units-2').waitFor();
    await page.locator('#funnel-own-builder > summary').click();
    await page.getByRole('button', { name: 'PostHog, any order' }).click();
    await page.waitForURL(/steps=page_view~search~~visitor\.any\.14-days/);
    await page.locator('#funnel-headline', { hasText: 'visitors did all of the steps' }).waitFor();
    await page.goBack();
    await page.locator('#funnel-headline', { hasText: 'sessions reached the last step' }).waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('.own-form [data-part="unit"]')?.value === 'session',
    );
    expect(await page.locator('.own-step').count()).toBe(2);
  });

  it('counts a condition, its groups, and where those went who left', async () => {
    const { page } = reader;
    const steps = `page_view.page.starts_with./category~product_view~~by-page.by-device`;
    await reader.open('funnel', `${MARCH}&funnel=own&steps=${encodeURIComponent(steps)}`);
    await page.locator('#funnel-own-group-1-1').waitFor();
    let place = 0;
    const short = terms.flatMap((term) =>
      Array.from({ length: term.searches }, (_, nth) => ({ isOpened: nth < term.opened, index: place++ })),
    );
    const landed = short.filter(({ index }) => index % 3 === 0);
    const viewed = landed.filter(({ isOpened }) => isOpened).length;
    expect(await reader.numberAt('funnel-own-units-1')).toBe(landed.length);
    expect(await reader.numberAt('funnel-own-units-2')).toBe(viewed);
    expect(await reader.numberAt('funnel-own-group-1-1')).toBe(landed.length);
    expect(await reader.numberAt('funnel-own-group-1-2')).toBe(viewed);
    expect(await page.locator('#funnel-own-groups tbody th').textContent()).toBe(
      `${LANDING.category} · Desktop`,
    );
    expect(await page.locator('#funnel-own-exits-table').count()).toBe(0);
    await page.locator('#funnel-own-exits > summary').click();
    await page.locator('#funnel-own-exit-1-1').waitFor();
    expect(await page.locator('#funnel-own-exits-table tbody tr').allTextContents()).toEqual([
      expect.stringMatching(new RegExp(`Search\\s*${landed.length - viewed}\\s*$`)),
    ]);
  });

  it('offers the categories of the days for a condition', async () => {
    const { page } = reader;
    await reader.open('funnel', 'from=2026-03-01&to=2026-03-03&funnel=own&steps=search~product_view');
    await page.locator('#funnel-own-builder > summary').click();
    await page.locator('#funnel-own-values-category option').first().waitFor({ state: 'attached' });
    const step = page.locator('.own-step').nth(1);
    await step.locator('[data-part="field"]').selectOption('category');
    await step.locator('[data-part="value"]').focus();
    const offered = await step
      .locator('[data-part="value"]')
      .evaluate((field: HTMLInputElement) => [...(field.list?.options ?? [])].map(({ value }) => value));
    expect(offered).toEqual(['laptops', 'monitors']);
  });

  it('answers a wrong address with what is wrong in it', async () => {
    await reader.open('funnel', `${MARCH}&funnel=own&steps=page_view~search~~${encodeURIComponent("';--")}`);
    const message = reader.page.locator('#funnel-steps [data-state="refused"]');
    await message.waitFor();
    expect(await message.textContent()).toContain("There is no setting “';--”.");
    await reader.page.locator('.own-form').waitFor();
  });

  it('gives its table as CSV', async () => {
    await reader.open('funnel', `${MARCH}&funnel=own&steps=${STEPS.join('~')}`);
    const address = await reader.page.locator('a[download="funnel.csv"]').getAttribute('href');
    const answer = await reader.page.request.get(new URL(address ?? '', reader.page.url()).href);
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(STEPS.length + 1);
    expect(lines[4]).toMatch(/^"4","Order","7","0.12\d+","0.05\d+","0","0","360",/);
  });
});
