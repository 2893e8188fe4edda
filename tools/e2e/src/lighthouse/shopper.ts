import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLastingChromium } from '@clickstream/local-servers/chromium';

/** A browser that has been in the shop. */
export interface Shopper {
  /** Folder with its cookies, which the page's scripts can read as well. */
  readonly profile: string;
  /** The same cookies, as a header of a request. */
  readonly cookie: string;
  remove(): void;
}

/** A shopper with these products in the cart, who has not answered the question about consent. */
export async function aShopperWith(shopUrl: string, slugs: readonly string[]): Promise<Shopper> {
  const profile = mkdtempSync(join(tmpdir(), 'clickstream-shopper-'));
  const browser = await openLastingChromium(profile);
  const page = await browser.newPage();
  for (const slug of slugs) {
    await page.goto(`${shopUrl}/product/${slug}`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByText('1 piece is in your cart').waitFor();
  }
  const cookies = await browser.cookies(shopUrl);
  await browser.close();
  return {
    profile,
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    remove: () => rmSync(profile, { recursive: true, force: true }),
  };
}
