import type { Page } from 'playwright-core';
import { fillDelivery, orderByCard, tryCoupon } from '../testing/ways-through-the-shop';
import type { Screen } from './screen';

/** A visitor's way through the shop, from the question about consent to an order by card. */
export function shopScreens(shop: string): readonly Screen[] {
  const at = (name: string, path: string): Screen => ({ name, go: (page) => page.goto(`${shop}${path}`) });
  const press = async (page: Page, button: string) => page.getByRole('button', { name: button }).click();
  const step = (button: string, heading: string | RegExp) => async (page: Page) => {
    await press(page, button);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  };
  const problem = (page: Page) =>
    page.locator('[aria-invalid="true"], [role="alert"]:not(:empty)').first().waitFor();
  return [
    at('shop-home', '/'),
    at('shop-department', '/category/laptops'),
    at('shop-search', '/search?q=gaming'),
    {
      name: 'shop-search-suggestions',
      async go(page) {
        await page.getByRole('combobox').first().fill('mon');
        await page.getByRole('option').first().waitFor();
      },
    },
    at('shop-nothing-found', '/search?q=macbook'),
    at('shop-not-found', '/no-such-page'),
    at('shop-empty-cart', '/cart'),
    at('shop-sign-in', '/sign-in'),
    at('shop-sign-up', '/sign-up'),
    {
      name: 'shop-sign-up-refused',
      async go(page) {
        await press(page, 'Create account');
        await problem(page);
      },
    },
    at('shop-forgot-password', '/forgot-password'),
    {
      name: 'shop-new-password',
      async go(page) {
        await page.getByLabel('Email').fill('nobody@shop.example');
        await press(page, 'Send a code');
        await page.waitForURL('**/reset-password*');
      },
    },
    {
      name: 'shop-product',
      async go(page) {
        await page.goto(`${shop}/category/laptops`);
        await page.locator('main a[href^="/product/"]').first().click();
        await page.waitForURL('**/product/*');
      },
    },
    {
      name: 'shop-cart',
      async go(page) {
        await press(page, 'Add to cart');
        await page.getByRole('link', { name: 'View cart' }).click();
        await page.waitForURL('**/cart');
      },
    },
    {
      name: 'shop-coupon-refused',
      async go(page) {
        await tryCoupon(page, 'NOT-A-COUPON');
        await problem(page);
      },
    },
    {
      name: 'shop-delivery',
      async go(page) {
        await page.getByRole('link', { name: 'Checkout' }).click();
        await fillDelivery(page);
      },
    },
    { name: 'shop-payment', go: step('Continue to payment', 'Payment') },
    { name: 'shop-review', go: step('Continue to review', 'Review') },
    { name: 'shop-order', go: step('Place order', /^Thank you/) },
    { name: 'shop-card', go: (page) => orderByCard(page, shop) },
    at('shop-vietnamese', '/vi'),
    at('shop-product-in-vietnamese', '/vi/product/clavio-k75'),
    at('shop-checkout-in-vietnamese', '/vi/checkout'),
  ];
}
