import pg from 'pg';
import { anOwnDashboardTestBed, JUNE } from '../dashboard-test-bed';
import { aReader } from '../reader';

const TABS = [
  'today',
  'overview',
  'funnel',
  'products',
  'carts',
  'marketing',
  'customers',
  'pages',
  'time',
  'actions',
  'books',
  'trust',
] as const;

const testBed = anOwnDashboardTestBed();
const reader = aReader(testBed);

describe('the address of the dashboard', () => {
  it('is /sbw_dashboard, and the root of the port leads there', async () => {
    await reader.page.goto(testBed.dashboard.url);
    await reader.page.locator('#today-changes .state, #today-headline').first().waitFor();
    expect(new URL(reader.page.url()).pathname).toBe('/sbw_dashboard/');
  });

  it('is the source of all that the page loads: nothing comes from another host or path', async () => {
    await reader.open('overview');
    await reader.page.locator('#overview-headline').waitFor();
    const others = reader.requested.filter(({ protocol }) => protocol !== 'data:' && protocol !== 'blob:');
    expect(others.length).toBeGreaterThan(5);
    for (const { host, pathname } of others) {
      expect(`http://${host}`).toBe(testBed.dashboard.url);
      expect(pathname).toMatch(/^\/sbw_dashboard\//);
    }
    const fonts = await reader.page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].map(({ family, status }) => `${family} ${status}`);
    });
    expect(fonts).toContain('Inter Variable loaded');
  });

  it('follows the filters, so that a view can be shared', async () => {
    await reader.open('overview');
    await reader.page.locator('#overview-headline').waitFor();
    const all = await reader.numberAt('overview-sessions');
    await reader.page.getByText('Logged in', { exact: true }).click();
    await reader.page.getByText('All traffic', { exact: true }).click();
    await reader.page.locator('#tab a', { hasText: 'Funnel' }).click();
    await reader.page.waitForURL(/tab=funnel&from=2026-06-01&to=2026-06-30&login=logged_in&traffic=all/);
    await reader.page.locator('[data-filters$="|logged_in|all"] #funnel-headline').waitFor();
    const shared = await reader.numberAt('funnel-sessions');
    expect(shared).toBeLessThan(all);
    await reader.page.goto(reader.page.url());
    await reader.page.locator('#funnel-headline').waitFor();
    expect(await reader.numberAt('funnel-sessions')).toBe(shared);
  });
});

describe('the SQL next to the numbers', () => {
  reader.openOnce(`tab=overview&${JUNE}&login=anonymous&traffic=people`);

  it.each([
    ['overview', 'overview-sql-events', { page_views: 'overview-page_views' }],
    [
      'overview',
      'overview-sql-orders',
      { orders: 'overview-orders', revenue: 'overview-revenue', net: 'overview-net' },
    ],
    ['overview', 'overview-sql-sessions', { sessions: 'overview-sessions', visitors: 'overview-visitors' }],
    [
      'funnel',
      'funnel-sql-steps',
      { viewed: 'funnel-product_view-sessions', ordered: 'funnel-checkout_complete-sessions' },
    ],
    ['pages', 'pages-sql-searches', { searches: 'pages-term-1-searches', opened: 'pages-term-1-opened' }],
    ['marketing', 'marketing-sql-total', { orders: 'marketing-orders', net: 'marketing-net' }],
    [
      'customers',
      'customers-sql-buyers',
      { buyers: 'customers-buyers', new: 'customers-new', new_net: 'customers-new-net' },
    ],
    ['trust', 'trust-sql-rows', { loaded: 'trust-place-loaded' }],
    ['trust', 'trust-sql-quarantine', { quarantined: 'trust-place-quarantined' }],
  ])('gives the numbers of %s when pasted: %s', async (tab, sqlId, ids) => {
    await reader.goTo(tab);
    const client = new pg.Client({ connectionString: process.env['DW_SHINY_URL'] });
    await client.connect();
    const { rows } = await client.query<Record<string, string>>(
      (await reader.page.locator(`#${sqlId}`).textContent()) ?? '',
    );
    await client.end();
    for (const [column, id] of Object.entries(ids)) {
      expect(await reader.numberAt(id)).toBe(Number(rows[0]?.[column]));
      expect(await reader.numberAt(id)).toBeGreaterThan(0);
    }
  });
});

describe('the page', () => {
  it('gives every id once, over all tabs', async () => {
    await reader.open('overview');
    for (const tab of TABS) {
      await reader.page.locator('#tab a', { hasText: new RegExp(tab, 'i') }).click();
      await reader.page.locator(`#${tab}-headline`).waitFor();
    }
    const ids = await reader.page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it('keeps open what the reader opened when new figures come', async () => {
    await reader.open('funnel');
    await reader.page.locator('#funnel-counting summary').click();
    await reader.page.getByText('Guest', { exact: true }).click();
    await reader.page.waitForFunction(() =>
      document.querySelector('#funnel-sql-steps')?.textContent?.includes("'guest'\n"),
    );
    await reader.page.waitForFunction(() => document.querySelector('#funnel-counting')?.hasAttribute('open'));
  });
});

describe('a click', () => {
  it('on a tile: the line below shows that number', async () => {
    await reader.open('overview');
    await reader.page.locator('#overview-headline').waitFor();
    await reader.page.locator('.tile[data-value="orders"]').click();
    await reader.page.locator('[id="overview-trend-orders-numbers"]').waitFor();
    await reader.page.locator('.tile[aria-pressed="true"][data-value="orders"]').waitFor();
    expect(await reader.page.locator('.tile[aria-pressed="true"]').count()).toBe(1);
  });

  it('on a heading: products sort by it, and back', async () => {
    await reader.open('products');
    const revenues = () =>
      reader.page
        .locator('#products-all td[id$="-revenue"]')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
    const heading = reader.page.locator('#products-all button[data-value="revenue"]');
    await heading.click();
    await reader.page
      .locator('#products-all th[aria-sort="descending"] button[data-value="revenue"]')
      .waitFor();
    const descending = await revenues();
    expect(descending).toEqual([...descending].sort((a, b) => b - a));
    await heading.click();
    await reader.page
      .locator('#products-all th[aria-sort="ascending"] button[data-value="revenue"]')
      .waitFor();
    expect(await revenues()).toEqual([...descending].reverse());
  });

  it('on Download CSV: the file contains the rows of the table', async () => {
    await reader.open('products', `${JUNE}&login=guest`);
    const [download] = await Promise.all([
      reader.page.waitForEvent('download'),
      reader.page.locator('#products-table').getByText('Download CSV').click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const [head, ...lines] = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
    expect(head).toContain('product_id,name');
    expect(lines).toHaveLength(await reader.page.locator('#products-all tbody tr').count());
    const [id, , , , views] = (lines[0] ?? '').replaceAll('"', '').split(',');
    expect(await reader.numberAt(`products-${id}-views`)).toBe(Number(views));
  });

  it('on Show everything: filters widen until there is something to see', async () => {
    await reader.open('time', 'period=7&login=guest&traffic=people');
    await reader.page.getByRole('button', { name: 'Show everything' }).click();
    await reader.page.locator('#time-headline').waitFor();
    await reader.page.waitForURL(/tab=time&period=all&login=all&traffic=all/);
  });

  it('on a date: the selected days are shown and no preset is marked', async () => {
    await reader.open('overview', 'period=all');
    await reader.page.locator('#overview-headline').waitFor();
    await reader.page.locator('#filters-from').fill('2026-06-01');
    await reader.page.locator('#filters-to').fill('2026-06-07');
    await reader.page.waitForURL(/from=2026-06-01&to=2026-06-07/);
    await reader.page.locator('#filters-period input:checked').waitFor({ state: 'detached' });
  });
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  reader.openOnce(`tab=overview&${JUNE}`, { colorScheme, viewport: { width: 390, height: 844 } });

  it.each(TABS)('%s fits a phone without sideways scrolling', async (tab) => {
    await reader.goTo(tab);
    const overhang = await reader.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overhang).toBeLessThanOrEqual(0);
    for (const link of await reader.page.locator('#tab a').all()) expect(await link.isVisible()).toBe(true);
  });
});

describe('a single day', () => {
  it.each([320, 1280])('is drawn inside its card at a width of %d', async (width) => {
    await reader.page.setViewportSize({ width, height: 900 });
    await reader.open('overview', 'from=2026-06-10&to=2026-06-10');
    for (const tab of ['overview', 'time']) {
      await reader.goTo(tab);
      const plot = reader.page.locator(`#${tab} .trend-plot, [data-value="${tab}"] .trend-plot`).first();
      const [frame, line] = [await plot.boundingBox(), await plot.locator('.trend-now').boundingBox()];
      if (!frame || !line) throw new Error(`There is no line on ${tab}.`);
      expect(line.x).toBeGreaterThanOrEqual(frame.x - 2);
      expect(line.x + line.width).toBeLessThanOrEqual(frame.x + frame.width + 2);
    }
    const overhang = await reader.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overhang).toBeLessThanOrEqual(0);
  });
});

describe('when the warehouse goes away', () => {
  it('shows a message, keeps the known figures, and continues by itself when it is back', async () => {
    await reader.open('overview');
    await reader.page.locator('#overview-headline').waitFor();
    await testBed.link.break();
    try {
      await reader.page.locator('.banner-error').waitFor();
      expect(await reader.page.locator('#overview-headline').isVisible()).toBe(true);
      await reader.page.getByText('Guest', { exact: true }).click();
      await reader.page.locator('.state-error').first().waitFor();
    } finally {
      await testBed.link.mend();
    }
    await reader.page.locator('#overview-headline').waitFor();
    await reader.page.locator('.banner-error').waitFor({ state: 'detached' });
    expect(await reader.numberAt('overview-sessions')).toBeGreaterThan(0);
  });
});

describe('when the dashboard itself is restarted', () => {
  it('an open page comes back with its filters', async () => {
    await reader.open('funnel', `${JUNE}&login=guest`);
    await reader.page.locator('#funnel-headline').waitFor();
    const sessions = await reader.numberAt('funnel-sessions');
    await testBed.dashboard.stop();
    await reader.page.locator('#shiny-disconnected-overlay').waitFor({ state: 'attached' });
    await testBed.startAgain();
    await reader.page.locator('#shiny-disconnected-overlay').waitFor({ state: 'detached' });
    await reader.page.locator('#funnel-headline').waitFor();
    expect(await reader.numberAt('funnel-sessions')).toBe(sessions);
  });
});
