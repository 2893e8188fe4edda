import { DESK_ACCOUNT } from '@clickstream/local-cloud';
import type { Screen } from './screen';

/** The account of somebody of the shop, the desk, and the inspector. */
export function deskScreens(shop: string): readonly Screen[] {
  const at = (name: string, path: string): Screen => ({ name, go: (page) => page.goto(`${shop}${path}`) });
  return [
    {
      name: 'shop-account',
      async go(page) {
        await page.goto(`${shop}/sign-in`);
        await page.getByLabel('Email').fill(DESK_ACCOUNT.email);
        await page.getByLabel('Password').fill(DESK_ACCOUNT.password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: 'Sign out' }).waitFor();
        await page.goto(`${shop}/account`);
      },
    },
    at('shop-orders', '/orders'),
    at('shop-addresses', '/addresses'),
    {
      name: 'shop-wishlist',
      async go(page) {
        await page.goto(`${shop}/product/clavio-k75`);
        await page.getByRole('button', { name: 'Add to wishlist' }).click();
        await page.getByRole('link', { name: 'View wishlist' }).click();
        await page.getByRole('heading', { name: 'Your wishlist' }).waitFor();
      },
    },
    {
      name: 'shop-inspector',
      async go(page) {
        await page.goto(`${shop}/category/accessories?inspect`);
        await page.getByRole('button', { name: /^Events \d+/ }).click();
      },
    },
    at('desk-today', '/desk'),
    at('desk-orders', '/desk/orders'),
    {
      name: 'desk-order',
      async go(page) {
        await page.locator('main a[href^="/desk/orders/"]').first().click();
        await page.waitForURL('**/desk/orders/*');
      },
    },
    at('desk-products', '/desk/products'),
    at('desk-coupons', '/desk/coupons'),
    at('desk-reviews', '/desk/reviews'),
    at('desk-mail', '/desk/mail'),
  ];
}
