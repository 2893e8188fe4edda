import { aUserPool, type TestUserPool } from '../account/testing/a-user-pool';
import { COOKIES } from '../cookies/shop-cookies';
import { formWith } from '../forms/testing/form-with';
import { aBuiltShop, type BuiltShop } from '../shop/testing/a-built-shop';
import { CHECKOUT } from '../tracking/testing/shop-values';

const PRODUCT = '/product/kestrel-x14';
const MINE = `${PRODUCT}/review`;
const TYPED = {
  stars: '4',
  title: 'Phím sâu <b>thật</b>',
  body: 'Gõ cả ngày không mỏi. </script><script>alert(1)</script>',
  shownName: 'Lan',
};

let pool: TestUserPool;
let built: BuiltShop;
let lan: string;
let an: string;
let staff: string;
beforeAll(async () => {
  pool = await aUserPool();
  built = await aBuiltShop(pool.config);
  const cookieOf = async (...who: [string, ...string[]]) =>
    `${COOKIES.idToken}=${await pool.idTokenOf(...who)}`;
  [lan, an, staff] = [
    await cookieOf('lan@shop.example'),
    await cookieOf('an@shop.example'),
    await cookieOf('mai@shop.example', 'desk'),
  ];
});
afterAll(async () => {
  await built.close();
  await pool.close();
});

const htmlOf = async (path: string, cookie = '') => (await built.get(path, cookie)).text();
const subOf = (cookie: string) =>
  (JSON.parse(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;

/** The data for search engines in a page. */
function dataIn(html: string): Record<string, unknown> {
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}';
  return JSON.parse(json) as Record<string, unknown>;
}

/** An order of the product, placed while signed in, which has arrived. */
async function receive(cookie: string) {
  const customerId = subOf(cookie);
  await built.shop.welcomeCustomer({
    customer: { customerId, email: 'x@shop.example', name: 'X' },
    cartKey: null,
  });
  const added = { cartKey: null, customerId, productId: 'LT-1401', quantity: 1 };
  const { cartKey } = await built.shop.addToCart(added);
  const { subtotal } = await built.shop.saveCheckout({ cartKey, ...CHECKOUT });
  const placed = await built.shop.placeOrder({ cartKey, customerId, expectedTotal: subtotal });
  const { orderId } = placed.order;
  for (const to of ['packed', 'shipped', 'delivered'] as const)
    await built.shop.deskChangeOrder({ orderId, to, actor: 'mai@shop.example', note: '' });
  return orderId;
}

describe('reviews without JavaScript', () => {
  it('say calmly that there is none, and give search engines no rating', async () => {
    const html = await htmlOf(PRODUCT);
    expect(html).toContain(`href="${MINE}"`);
    expect(html).toContain('There is no review of');
    expect(dataIn(html)).toMatchObject({
      '@type': 'ProductGroup',
      productGroupID: 'LT-1401',
      hasVariant: [{ sku: 'LT-1401', offers: { price: 32_990_000 } }, { sku: 'LT-1401-64' }],
    });
    expect(dataIn(await htmlOf('/product/kestrel-t16'))).toMatchObject({
      '@type': 'Product',
      sku: 'LT-1403',
    });
    expect(dataIn(html)).not.toHaveProperty('aggregateRating');
  });

  it('lead to the sign-in, and tell who has not bought why not', async () => {
    expect((await built.get(MINE)).headers.get('location')).toContain('/sign-in?next=%2Fproduct%2Fkestrel');
    const page = await htmlOf(MINE, an);
    expect(page).toContain('Reviews are by customers who have bought');
    expect(page).not.toContain('Publish the review');
    expect((await built.get('/product/none/review', an)).status).toBe(404);
  });

  it('are written by who has received the product, shown at once, and no text is markup', async () => {
    const orderId = await receive(lan);
    expect(await htmlOf(`/order/${orderId}`, lan)).toContain(`href="${MINE}"`);
    const form = { ...formWith('Publish the review', await htmlOf(MINE, lan)), ...TYPED };

    const refused = await (await built.post(MINE, { ...form, stars: '', title: '' }, { cookie: lan })).text();
    expect(refused).toMatch(/Choose one to five stars.*Enter a title/s);
    expect(refused).toContain('Gõ cả ngày không mỏi.');
    await built.post(MINE, form, { cookie: lan, origin: 'https://other.example' });
    await built.post(MINE, form, { cookie: an });
    expect((await built.shop.listReviews({ productId: 'LT-1401' })).total).toBe(0);

    const written = await built.post(MINE, form, { cookie: lan });
    expect(written.headers.get('location')).toMatch(/\/product\/kestrel-x14#reviews$/);
    const html = await htmlOf(PRODUCT);
    expect(html).toContain('lang="vi"');
    expect(html).toContain('Phím sâu &lt;b&gt;thật&lt;/b&gt;');
    expect(html).not.toContain('<script>alert');
    expect(dataIn(html)).toMatchObject({
      aggregateRating: { ratingValue: 4, reviewCount: 1 },
      review: [{ author: { name: 'Lan' }, reviewBody: TYPED.body }],
    });
    expect(await htmlOf(`${PRODUCT}/reviews`)).toContain('Phím sâu');
  });

  it('are hidden by the desk with a reason, which only their writer reads', async () => {
    const label = `Hide: ${TYPED.title}`.replace(/</g, '&lt;').replace(/>/g, '&gt;');
    const desk = formWith(label, await htmlOf('/desk/reviews', staff));
    const unexplained = await built.post('/desk/reviews', { ...desk, reason: '' }, { cookie: staff });
    expect(await unexplained.text()).toContain('Enter the reason');
    await built.post('/desk/reviews', { ...desk, reason: 'It is a test' }, { cookie: lan });
    expect(await htmlOf(PRODUCT)).toContain('Phím sâu');
    await built.post('/desk/reviews', { ...desk, reason: 'It is a test' }, { cookie: staff });
    const html = await htmlOf(PRODUCT);
    expect(html).not.toMatch(/Phím sâu|It is a test/);
    expect(dataIn(html)).not.toHaveProperty('aggregateRating');
    expect(await htmlOf(MINE, lan)).toContain('The shop’s reason: It is a test');
    expect(await htmlOf('/desk/reviews', staff)).toMatch(/hid.*It is a test/s);
  });
});
