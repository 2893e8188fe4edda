import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK_ACCOUNT, freePorts, startLocalCloud, type LocalCloud } from '@clickstream/local-cloud';
import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from './testing/eventually';
import { fillDelivery } from './testing/ways-through-the-shop';

const stateFolder = mkdtempSync(join(tmpdir(), 'clickstream-shop-'));
let cloud: LocalCloud;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let shopUrl: string;

beforeAll(async () => {
  process.env.CONSENT_BY_DEFAULT = 'ask';
  browser = await openChromium();
  cloud = await startLocalCloud({
    stateFolder,
    ports: await freePorts(),
    sampleDays: 0,
    etlIntervalSeconds: 60,
    corsOrigins: [],
    storefront: 'start',
    analytics: false,
  });
  shopUrl = cloud.env.STOREFRONT_URL ?? '';
  context = await browser.newContext(WITHOUT_MOTION);
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
  rmSync(stateFolder, { recursive: true, force: true });
});

/** A page whose scripts run: its search answers to what is typed. */
async function open(path: string): Promise<void> {
  await page.goto(shopUrl + path, { waitUntil: 'networkidle' });
  // The scripts wait for the first interaction.
  await page.keyboard.press('Shift');
  // React marks an element once it handles its events, which a slow machine does late.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('[role=combobox]') ?? {}).some((key) => key.startsWith('__react')),
  );
}

const search = () => page.getByRole('combobox', { name: 'Search the shop' });
const waitForFocusOn = (tag: string) =>
  page.waitForFunction((name) => document.activeElement?.tagName === name, tag);

describe('a shopper with a keyboard', () => {
  it('chooses a suggestion by arrows and Enter, and hears the title of the page', async () => {
    await open('/');
    await search().pressSequentially('monit');
    await page.getByRole('option', { name: /All monitors/ }).waitFor();
    await search().press('ArrowDown');
    await page.locator('[role=combobox][aria-activedescendant]').waitFor();
    const marked = page.locator(`[id="${await search().getAttribute('aria-activedescendant')}"]`);
    expect(await marked.textContent()).toContain('All monitors');
    await search().press('Enter');
    await page.waitForURL('**/category/monitors');
    await page.waitForFunction(() => document.title === 'Monitors · SBW');
    const announced = page.locator('next-route-announcer [role=alert]');
    await announced.filter({ hasText: 'Monitors' }).waitFor({ state: 'attached' });
  });

  it('brings the scripts by the first key, and loses nothing of what was typed before they came', async () => {
    const first = await browser.newContext(WITHOUT_MOTION);
    const newPage = await first.newPage();
    const scripts: string[] = [];
    newPage.on('request', (sent) => sent.resourceType() === 'script' && scripts.push(sent.url()));
    await newPage.goto(shopUrl, { waitUntil: 'networkidle' });
    expect(scripts).toEqual([]);
    await newPage.getByRole('combobox').pressSequentially('monit');
    await newPage.getByRole('option', { name: /All monitors/ }).waitFor();
    expect(await newPage.getByRole('combobox').inputValue()).toBe('monit');
    expect(scripts.length).toBeGreaterThan(5);
    await first.close();
  });

  it('closes the suggestions by Escape and keeps what was typed', async () => {
    await open('/');
    await search().pressSequentially('key');
    await page.getByRole('option').first().waitFor();
    await search().press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    expect([await search().inputValue(), await search().getAttribute('aria-expanded')]).toEqual([
      'key',
      'false',
    ]);
  });

  it('passes over orders of a category without leaving it, and sorts by Enter', async () => {
    await open('/category/laptops');
    await page.getByLabel('Sort by').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(page.url()).not.toContain('sort=');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/category/laptops?sort=price-down');
    await page.getByRole('button', { name: 'Sort' }).waitFor({ state: 'detached' });
    await waitForFocusOn('SELECT');
  });

  it('puts three pieces into the cart, removes them and goes on from the heading', async () => {
    await open('/product/kestrel-x14');
    await page.getByLabel('Quantity', { exact: true }).selectOption('3');
    await page.getByRole('button', { name: 'Add to cart' }).press('Enter');
    await page.getByText('3 pieces are in your cart').waitFor();
    await open('/cart');
    await page.getByRole('button', { name: /^Remove/ }).press('Enter');
    await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor();
    await waitForFocusOn('H1');
  });
});

describe('a shopper without a connection', () => {
  it('stays on the page when a product cannot be added, and adds it later', async () => {
    await open('/product/clavio-k75');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByText('The shop cannot be reached').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Clavio K75');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByText('1 piece is in your cart').waitFor();
  });
});

describe('a shopper without JavaScript', () => {
  it('can buy', async () => {
    const other = await browser.newContext({ ...WITHOUT_MOTION, javaScriptEnabled: false });
    const plain = await other.newPage();
    await plain.goto(`${shopUrl}/product/clavio-k75`);
    await plain.getByLabel('Quantity', { exact: true }).selectOption('2');
    await plain.getByRole('button', { name: 'Add to cart' }).click();
    await plain.waitForURL('**/cart');
    expect(await plain.getByLabel('Quantity of Clavio K75').inputValue()).toBe('2');
    expect(await plain.getByRole('heading', { level: 2, name: 'Clavio K75' }).count()).toBe(1);
    await plain.getByRole('link', { name: 'Checkout' }).click();
    await fillDelivery(plain);
    await plain.getByRole('button', { name: 'Continue to payment' }).click();
    await plain.getByRole('button', { name: 'Continue to review' }).click();
    await plain.getByRole('button', { name: 'Place order' }).click();
    await plain.getByRole('heading', { name: /^Thank you/ }).waitFor();
    await other.close();
  });

  it('sets a new password, in Vietnamese', async () => {
    const other = await browser.newContext({ ...WITHOUT_MOTION, javaScriptEnabled: false });
    const plain = await other.newPage();
    await plain.goto(`${shopUrl}/vi/sign-in?next=/cart`);
    await plain.getByRole('link', { name: 'Quên mật khẩu?' }).click();
    await plain.getByLabel('Email').fill(DESK_ACCOUNT.email);
    await plain.getByRole('button', { name: 'Gửi mã' }).click();
    await plain.getByRole('button', { name: 'Gửi mã mới' }).click();
    await plain.getByText('một mã mới đang được gửi đi').waitFor();
    await plain.getByLabel('Mã', { exact: true }).fill('123456');
    await plain.getByLabel('Mật khẩu mới').fill('Other-horse-8');
    await plain.getByRole('button', { name: 'Lưu mật khẩu mới' }).click();
    await plain.getByText('Mật khẩu mới đã được lưu').waitFor();
    await plain.getByLabel('Mật khẩu').fill('Other-horse-8');
    await plain.getByRole('button', { name: 'Đăng nhập' }).click();
    await plain.waitForURL('**/vi/cart');
    await other.close();
  });
});

describe('a shopper who has not been asked', () => {
  it('sends nothing, and after a yes what the page shows', async () => {
    const other = await browser.newPage(WITHOUT_MOTION);
    const sent: string[] = [];
    other.on('request', (request) => {
      if (request.url().startsWith(cloud.env.API_URL ?? '-')) sent.push(request.postData() ?? '');
    });
    await other.goto(`${shopUrl}/category/laptops`, { waitUntil: 'networkidle' });
    await other.goto(`${shopUrl}/search?q=keybord`, { waitUntil: 'networkidle' });
    expect(sent).toEqual([]);
    expect(await other.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await other.getByRole('button', { name: 'Accept' }).click();
    await other.getByRole('region', { name: 'Privacy' }).waitFor({ state: 'detached' });
    await eventually(
      async () => sent.length,
      (requests) => requests > 0,
    );
    const names = [...sent.join().matchAll(/"eventName":"(\w+)"/g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(['page_view', 'search', 'product_list_view']));
    expect(sent.join()).toContain('Search: keybord · SBW');
  });
});
