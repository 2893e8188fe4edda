import { DESK_ACCOUNT } from '@clickstream/local-cloud';
import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { Browser, Page } from 'playwright-core';
import { aShopAlone, type ShopAlone } from './testing/a-shop-alone';
import { axeFindings } from './testing/axe-findings';
import { statesOfTheWayIn, type State } from './testing/states-of-the-way-in';
import { fillDelivery, orderByCard, signUpAndIn, tryCoupon } from './testing/ways-through-the-shop';

let shop: ShopAlone;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [shop, browser] = await Promise.all([aShopAlone('ask'), openChromium()]);
  page = await browser.newPage(WITHOUT_MOTION);
});
afterAll(async () => {
  await browser?.close();
  await shop?.stop();
});

const open = (path: string) => page.goto(shop.url + path, { waitUntil: 'networkidle' });
const press = (button: string) => page.getByRole('button', { name: button }).first().click();
const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor();
const problem = () => page.locator('[aria-invalid=true], [role=alert]:not(:empty)').first().waitFor();

async function signIn(email: string, password: string): Promise<void> {
  await open('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await press('Sign in');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** States of the shop, each reached from the one before. */
const STATES: readonly State[] = [
  ['home, with the question about consent', () => open('/')],
  ['home, answered', () => press('Decline').then(() => page.getByText('Your choice is saved.').waitFor())],
  [
    'suggestions of the search',
    async () => {
      await page.getByRole('combobox').pressSequentially('monit');
      await page.getByRole('option').first().waitFor();
    },
  ],
  ['a department', () => open('/category/laptops')],
  ['a department by brand and price', () => open('/category/laptops?brand=Kestrel&sort=price-down')],
  ['a department without products of a brand', () => open('/category/laptops?brand=None')],
  ['a search', () => open('/search?q=monitor')],
  ['a search for something else', () => open('/search?q=keybord')],
  ['a search that finds nothing', () => open('/search?q=macbook')],
  ['a product that is sold out', () => open('/product/voltara-horizon-49')],
  ['a product of which few are left', () => open('/product/voltara-surge-18-max')],
  ['a product of a family, with three drawings', () => open('/product/solenne-air-13')],
  ['a variant that is sold out', () => open('/product/clavio-glide-rose')],
  ['a product', () => open('/product/clavio-k75')],
  [
    'a product that is in the cart',
    async () => {
      await press('Add to cart');
      await page.getByText('1 piece is in your cart').waitFor();
    },
  ],
  ['a cart', () => open('/cart')],
  ['a coupon that is refused', () => tryCoupon(page, 'NONE').then(problem)],
  ['the delivery', () => open('/checkout')],
  [
    'a delivery that is refused',
    async () => {
      await press('Continue to payment');
      await problem();
    },
  ],
  [
    'the payment',
    async () => {
      await fillDelivery(page);
      await press('Continue to payment');
      await heading('Payment');
    },
  ],
  [
    'the review',
    async () => {
      await page.getByRole('radio', { name: /transfer/i }).check();
      await press('Continue to review');
      await heading('Review');
    },
  ],
  [
    'an order',
    async () => {
      await press('Place order');
      await heading(/^Thank you/);
    },
  ],
  ['an order that is to be cancelled', () => page.getByText('Cancel this order').click()],
  [
    'an order that is cancelled',
    async () => {
      await press('Cancel the order');
      await heading(/cancelled/i);
    },
  ],
  ['an order that waits for a card', () => orderByCard(page, shop.url)],
  [
    'a card that is declined',
    async () => {
      await page.getByRole('radio', { name: '4000 … 0002' }).check();
      await press('Pay now');
      await problem();
    },
  ],
  ['an empty cart', () => open('/cart')],
  ['a page that does not exist', () => open('/nowhere')],
  ...statesOfTheWayIn(() => page, { open, press, problem, heading }),
  [
    'the orders of a customer',
    async () => {
      await signUpAndIn(page, shop.url);
      await open('/orders');
    },
  ],
  ['the account of a customer', () => open('/account')],
  ['the addresses of a customer', () => open('/addresses')],
  ['an empty wishlist', () => open('/wishlist')],
  [
    'a wishlist with a product',
    async () => {
      await open('/product/clavio-k75');
      await press('Add to wishlist');
      await page.getByRole('link', { name: 'View wishlist' }).click();
      await heading('Your wishlist');
    },
  ],
  ['a review by who has not bought', () => open('/product/clavio-k75/review')],
  [
    'the desk',
    async () => {
      await press('Sign out');
      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      await signIn(DESK_ACCOUNT.email, DESK_ACCOUNT.password);
      await open('/desk');
    },
  ],
  ['the orders at the desk', () => open('/desk/orders')],
  [
    'an order at the desk',
    async () => {
      await page.locator('main a[href^="/desk/orders/"]').first().click();
      await page.waitForURL('**/desk/orders/*');
      await heading(/^Order/);
    },
  ],
  ['coupons at the desk', () => open('/desk/coupons')],
  ['reviews at the desk', () => open('/desk/reviews')],
  ['mail at the desk', () => open('/desk/mail')],
  ['stock and prices at the desk', () => open('/desk/products')],
  [
    'a price that is refused',
    async () => {
      await page.getByLabel('Price').first().fill('none');
      await page.getByRole('button', { name: /^Save/ }).first().click();
      await problem();
    },
  ],
];

describe('axe finds nothing wrong, light, dark and on a phone, with', () => {
  it.each(STATES)('%s', async (_, go) => {
    await go();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('a shopper with nothing but keys', () => {
  it('can buy', async () => {
    const context = await browser.newContext(WITHOUT_MOTION);
    page = await context.newPage();
    await open('/product/clavio-k75');
    await tabTo(/^Add to cart/);
    await page.keyboard.press('Enter');
    await page.getByText('1 piece is in your cart').waitFor();
    await tabTo(/^View cart/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cart');
    await tabTo(/^Checkout/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/checkout');
    for (const [label, text] of [
      [/^Full name/, 'Mai Tran'],
      [/^Email/, 'mai@shop.example'],
      [/^Phone/, '0901234567'],
      [/^Street/, '12 Le Loi'],
      [/^Ward/, 'Ben Nghe'],
      [/^Province/, 'An'],
    ] as const) {
      await tabTo(label);
      await page.keyboard.type(text);
    }
    for (const [button, next] of [
      [/^Continue to payment/, 'Payment'],
      [/^Continue to review/, 'Review'],
      [/^Place order/, /^Thank you/],
    ] as const) {
      await tabTo(button);
      await page.keyboard.press('Enter');
      await heading(next);
    }
    await context.close();
  });
});

describe('on a phone', () => {
  it.each([
    { width: 320, height: 568 },
    { width: 412, height: 839 },
  ])('Add to cart is on the first screen, $width × $height, also under the question', async (viewport) => {
    const phone = await browser.newPage({ ...WITHOUT_MOTION, viewport, hasTouch: true, isMobile: true });
    await phone.goto(`${shop.url}/product/kestrel-x14`, { waitUntil: 'networkidle' });
    expect(await phone.getByRole('region', { name: 'Privacy' }).count()).toBe(1);
    const box = await phone.getByRole('button', { name: 'Add to cart' }).boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    await phone.getByRole('button', { name: 'Add to cart' }).click({ timeout: 5_000 });
    await phone.getByText('1 piece is in your cart').waitFor();
    await phone.close();
  });
});

/** Presses Tab until the element with the focus has this name. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const label = element?.labels?.[0] ?? element;
      return element?.getAttribute('aria-label') ?? label?.textContent ?? '';
    });
    if (name.test(focused.trim())) return;
  }
  throw new Error(`The Tab key does not come to ${name} on ${page.url()}.`);
}
