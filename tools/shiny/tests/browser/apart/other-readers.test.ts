import { WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { anOwnDashboardTestBed, JUNE } from '../dashboard-test-bed';

const testBed = anOwnDashboardTestBed();
let readers: BrowserContext[];

beforeEach(() => {
  readers = [];
});

afterEach(() => Promise.all(readers.map((reader) => reader.close())));

async function openAsReader(query: string): Promise<Page> {
  const reader = await testBed.browser.newContext(WITHOUT_MOTION);
  readers.push(reader);
  const page = await reader.newPage();
  await page.goto(testBed.addressOf(query));
  return page;
}

/** Blocks every query about products until it is given up, like a slow one. */
async function lockProducts() {
  const client = new pg.Client({ connectionString: process.env['DW_ADMIN_URL'] });
  await client.connect();
  await client.query('BEGIN');
  // Their view reads orders as well, but so does the Overview, which must not wait.
  await client.query('LOCK TABLE products, products_hourly IN ACCESS EXCLUSIVE MODE');
  return {
    holdsAQuestion: async () => {
      while ((await client.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount === 0) await sleep(50);
    },
    release: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}

describe('a reader with a slow query', () => {
  it('does not delay other readers', async () => {
    const lock = await lockProducts();
    try {
      const slow = await openAsReader(`tab=products&${JUNE}`);
      await lock.holdsAQuestion();
      const other = await openAsReader(`tab=overview&${JUNE}`);
      await other.locator('#overview-headline').waitFor();
      await other.getByText('Guest', { exact: true }).click();
      await other.waitForURL(/login=guest/);
      await other.locator('#tab a', { hasText: 'Funnel' }).click();
      await other.locator('#funnel-headline').waitFor();
      const products = slow.locator('#products-headline');
      expect(await products.count()).toBe(0);
      await lock.release();
      // On a slow machine PostgreSQL has canceled the query meanwhile.
      const again = slow.locator('#products-rankings').getByRole('button', { name: 'Try again now' });
      await products.or(again).first().waitFor();
      if (await again.isVisible()) await again.click();
      await products.waitFor();
    } finally {
      await lock.release().catch(() => undefined);
    }
  }, 180_000);
});

describe('a connection that does not answer any more', () => {
  it('is given up, reported, and replaced; meanwhile the page itself answers', async () => {
    const page = await openAsReader(`tab=overview&${JUNE}`);
    await page.locator('#overview-headline').waitFor();
    testBed.link.stall();
    try {
      await page.locator('.banner-error').waitFor();
      await page.getByText('Anonymous', { exact: true }).click();
      // Figures of all visitors are never shown under this filter.
      await page.locator('#overview-headline').waitFor({ state: 'hidden' });
      const late = await openAsReader(`tab=funnel&${JUNE}`);
      await late.locator('.state-error').first().waitFor();
      await page.locator('.state-error').first().waitFor();
    } finally {
      testBed.link.unstall();
    }
    await page.locator('.banner-error').waitFor({ state: 'detached' });
    await page.locator('#overview-headline').waitFor();
    expect(Number(await page.locator('#overview-sessions').getAttribute('data-value'))).toBeGreaterThan(0);
  }, 180_000);
});
