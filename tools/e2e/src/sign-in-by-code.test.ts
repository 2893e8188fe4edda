import { DESK_ACCOUNT } from '@clickstream/local-cloud';
import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aShopAlone, type ShopAlone } from './testing/a-shop-alone';
import { axeFindings } from './testing/axe-findings';
import { eventually } from './testing/eventually';
import { eventsIn } from './testing/page-front';

const LAN = 'lan@shop.example';

let shop: ShopAlone;
let browser: Browser;
let shopper: BrowserContext;
let page: Page;
/** Names of the events of the shopper's browser, by their ids: a request may be sent again. */
const told = new Map<string, string>();

beforeAll(async () => {
  process.env.SIGN_IN = 'code';
  [shop, browser] = await Promise.all([aShopAlone('granted'), openChromium()]);
  delete process.env.SIGN_IN;
  shopper = await browser.newContext(WITHOUT_MOTION);
  page = await shopper.newPage();
  shopper.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/clickstream')) return;
    for (const { eventId, eventName } of eventsIn(request.postData() ?? ''))
      told.set(String(eventId), eventName);
  });
});
afterAll(async () => {
  await browser?.close();
  await shop?.stop();
});

const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click();
const focused = () => page.evaluate(() => document.activeElement?.id);

/** The last code, as people of the shop read it on a laptop. */
async function codeAtDesk(): Promise<string> {
  const desk = await (await browser.newContext(WITHOUT_MOTION)).newPage();
  await desk.goto(`${shop.url}/sign-in/staff?next=/desk/mail`, { waitUntil: 'networkidle' });
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByLabel('Email').fill(DESK_ACCOUNT.email);
  await desk.getByLabel('Password').fill(DESK_ACCOUNT.password);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.waitForURL('**/desk/mail');
  const subject = await desk.locator('summary').first().textContent();
  await desk.context().close();
  return /\d{6}/.exec(subject ?? '')?.[0] ?? '';
}

it('a shopper signs up and in by a code: axe finds nothing, the focus is at what is wrong, events are told', async () => {
  await page.goto(`${shop.url}/sign-in?next=/orders`, { waitUntil: 'networkidle' });
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Email').fill('lan');
  await press('Send me a code');
  await page.getByText('Enter an email address').waitFor();
  expect(await focused()).toBe('email');
  expect(await axeFindings(page)).toEqual([]);

  await page.getByLabel('Email').fill(LAN);
  await press('Send me a code');
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  await page.getByText(`We sent a code to ${LAN}.`).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const code = await codeAtDesk();
  await page.getByLabel('Code').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
  await press('Sign in');
  await page.getByText('This code is wrong or no longer valid').waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await press('Sign in');
  await page.waitForURL('**/orders');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.getByRole('link', { name: `${LAN}: your account` }).waitFor();
  await page.reload({ waitUntil: 'networkidle' });
  await page.goto(shop.url, { waitUntil: 'networkidle' });

  const ofAccount = () => [...told.values()].filter((name) => /^(sign_up|login_|form_error)/.test(name));
  await eventually(
    async () => Promise.resolve(ofAccount()),
    (names) => names.includes('login_success'),
  );
  expect(ofAccount()).toEqual(['login_open', 'form_error', 'login_failure', 'sign_up', 'login_success']);
});
