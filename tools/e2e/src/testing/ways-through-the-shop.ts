import type { Page } from 'playwright-core';

const ACCOUNT = { email: 'mai.tran@shop.example', password: 'Correct-horse-7' };

/** Home → laptops → the first laptop → cart → checkout → order done. Gives the product's path. */
export async function buyTheFirstLaptop(page: Page, shopUrl: string): Promise<string> {
  await page.goto(shopUrl);
  await openDepartment(page, 'Laptops');
  await page.locator('main a[href^="/product/"]').first().click();
  await page.waitForURL('**/product/*');
  const productPath = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.waitForURL('**/cart');
  await page.getByRole('link', { name: 'Checkout' }).click();
  await fillDelivery(page);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByRole('button', { name: 'Continue to review' }).click();
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
  return productPath;
}

/** Fills the first step of the checkout. */
export async function fillDelivery(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill('Mai Tran');
  await page.getByLabel('Email').fill(ACCOUNT.email);
  await page.getByLabel('Phone').fill('0901234567');
  await page.getByLabel('Street and house number').fill('12 Le Loi');
  await page.getByLabel('Ward or commune').fill('Ben Nghe');
  await page.getByLabel('Province or city').selectOption({ index: 1 });
}

/** Orders a keyboard by card, up to the page that takes the card. */
export async function orderByCard(page: Page, shopUrl: string): Promise<void> {
  await page.goto(`${shopUrl}/product/clavio-k75`);
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await page.getByText('1 piece is in your cart').waitFor();
  await page.goto(`${shopUrl}/checkout`);
  await fillDelivery(page);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByRole('radio', { name: 'Card, now' }).check();
  await page.getByRole('button', { name: 'Continue to review' }).click();
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.getByRole('heading', { name: 'Pay for your order.' }).waitFor();
}

/** Enters a coupon in the cart. */
export async function tryCoupon(page: Page, code: string): Promise<void> {
  await page.getByText('Use a coupon').click();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Use coupon' }).click();
}

/** By the links at the top of every page. */
export async function openDepartment(
  page: Page,
  name: 'Laptops' | 'Monitors' | 'Accessories',
): Promise<void> {
  const departments = page.getByRole('navigation', { name: 'Departments', exact: true });
  await departments.getByRole('link', { name }).click();
  await page.waitForURL(`**/category/${name.toLowerCase()}`);
}

/** Signs up, confirms, and signs in. */
export async function signUpAndIn(page: Page, shopUrl: string): Promise<void> {
  await page.goto(`${shopUrl}/sign-up`);
  await page.getByLabel('Name').fill('Mai Tran');
  await page.getByLabel('Email').fill(ACCOUNT.email);
  await page.getByLabel('Password').fill(ACCOUNT.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Code').fill('123456');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByLabel('Password').fill(ACCOUNT.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
