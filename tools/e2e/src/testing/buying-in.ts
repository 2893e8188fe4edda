import type { Page } from 'playwright-core';

/** Words that a shopper reads on the way to an order, in a language of the shop. */
export interface WordsOnTheWay {
  readonly departments: string;
  readonly laptops: string;
  readonly add: string;
  readonly cart: string;
  readonly checkout: string;
  readonly name: string;
  readonly phone: string;
  readonly street: string;
  readonly ward: string;
  readonly province: string;
  readonly toPayment: string;
  readonly toReview: string;
  readonly place: string;
  readonly thanks: RegExp;
}

export const ENGLISH: WordsOnTheWay = {
  departments: 'Departments',
  laptops: 'Laptops',
  add: 'Add to cart',
  cart: 'View cart',
  checkout: 'Checkout',
  name: 'Full name',
  phone: 'Phone',
  street: 'Street and house number',
  ward: 'Ward or commune',
  province: 'Province or city',
  toPayment: 'Continue to payment',
  toReview: 'Continue to review',
  place: 'Place order',
  thanks: /^Thank you/,
};

export const VIETNAMESE: WordsOnTheWay = {
  departments: 'Danh mục',
  laptops: 'Laptop',
  add: 'Thêm vào giỏ hàng',
  cart: 'Xem giỏ hàng',
  checkout: 'Thanh toán',
  name: 'Họ và tên',
  phone: 'Số điện thoại',
  street: 'Số nhà, tên đường',
  ward: 'Phường, xã',
  province: 'Tỉnh, thành phố',
  toPayment: 'Tiếp tục đến thanh toán',
  toReview: 'Tiếp tục để xem lại',
  place: 'Đặt hàng',
  thanks: /^Cảm ơn bạn/,
};

/**
 * Home → laptops → the first laptop → cart → checkout → order done, by the words of the pages.
 *
 * @param home address of the home page in the language
 * @returns the paths of the pages on the way, in their order
 */
export async function buyIn(page: Page, home: string, words: WordsOnTheWay): Promise<string[]> {
  const paths: string[] = [];
  const arrive = async (heading?: string | RegExp) => {
    await (heading === undefined
      ? page.locator('h1').first().waitFor()
      : page.getByRole('heading', { name: heading, level: 1 }).waitFor());
    const { pathname, search } = new URL(page.url());
    paths.push(pathname + search);
  };
  const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click();

  await page.goto(home);
  await arrive();
  const departments = page.getByRole('navigation', { name: words.departments, exact: true });
  await departments.getByRole('link', { name: words.laptops, exact: true }).click();
  await page.waitForURL('**/category/laptops');
  await arrive(words.laptops);
  await page.locator('main article a').first().click();
  await page.waitForURL('**/product/*');
  await arrive();
  await press(words.add);
  // Without JavaScript the form shows the cart.
  const toCart = page.getByRole('link', { name: words.cart });
  await Promise.race([toCart.click(), page.waitForURL('**/cart')]);
  await page.waitForURL('**/cart');
  await arrive();
  await page.getByRole('link', { name: words.checkout, exact: true }).click();
  await page.waitForURL('**/checkout');
  await arrive();
  await page.getByLabel(words.name).fill('Mai Tran');
  await page.getByLabel('Email').fill('mai@shop.example');
  await page.getByLabel(words.phone).fill('0901234567');
  await page.getByLabel(words.street).fill('12 Le Loi');
  await page.getByLabel(words.ward).fill('Ben Nghe');
  await page.getByLabel(words.province).selectOption({ index: 1 });
  await press(words.toPayment);
  await page.waitForURL('**/checkout?step=payment');
  await arrive();
  await press(words.toReview);
  await page.waitForURL('**/checkout?step=review');
  await arrive();
  await press(words.place);
  await arrive(words.thanks);
  return paths;
}
