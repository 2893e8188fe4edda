import { aDelivery, aShop, type TestShop } from '../../testing/a-shop';

const MOUSE = 'AC-3201';
const SLUG = 'clavio-glide';
const STAFF = 'mai@shop.example';
const customerOf = (name: string) => ({ customerId: `sub-${name}`, email: `${name}@example.com`, name });
const GOOD = { stars: 5, title: 'Glides', body: 'Quiet, light, and the wheel is exact.', shownName: 'Lan' };

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

/** An order of a mouse, brought to its last status. */
async function buy(name: string, last: 'placed' | 'cancelled' | 'delivered', isStaff = false) {
  const { customerId } = customerOf(name);
  const added = { cartKey: null, customerId, productId: MOUSE, quantity: 3 };
  await test.shop.welcomeCustomer({ customer: customerOf(name), cartKey: null });
  const { cart, cartKey } = await test.shop.addToCart(added);
  await test.shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'cash_on_delivery' });
  const origin = { byBrowser: true, userAgent: null, consent: null, isStaff };
  const placing = { cartKey, customerId, expectedTotal: cart.subtotal, origin };
  const { orderId } = (await test.shop.placeOrder(placing)).order;
  const statuses = { placed: [], cancelled: ['cancelled'], delivered: ['packed', 'shipped', 'delivered'] };
  for (const to of statuses[last] as ('packed' | 'shipped' | 'delivered')[])
    await test.shop.deskChangeOrder({ orderId, to, actor: STAFF, note: '' });
}

const write = (name: string, over: Partial<typeof GOOD> = {}, productId = MOUSE) =>
  test.shop.writeReview({ customer: customerOf(name), productId, review: { ...GOOD, ...over } });
const list = (page = 1) => test.shop.listReviews({ productId: MOUSE, page });
const open = (name: string) => test.shop.openReview({ customerId: `sub-${name}`, slug: SLUG });
const judge = (reviewId: string, what: 'hidden' | 'shown', reason = 'Advertising') =>
  test.shop.deskJudgeReview({ reviewId, what, reason, actor: STAFF });

describe('a product without reviews', () => {
  it('has no average', async () => {
    await expect(list()).resolves.toEqual({
      items: [],
      total: 0,
      page: 1,
      pageCount: 1,
      average: null,
      byStars: [0, 0, 0, 0, 0],
    });
  });
});

describe('a review', () => {
  it('is refused to who has not bought, has cancelled, waits for the parcel, or works at the desk', async () => {
    await buy('an', 'placed');
    await buy('binh', 'cancelled');
    await buy('mai', 'delivered', true);
    for (const name of ['nobody', 'an', 'binh', 'mai'])
      await expect(write(name)).rejects.toMatchObject({ code: 'review_refused' });
    expect((await open('nobody'))?.may).toBe('not_bought');
    expect((await open('an'))?.may).toBe('not_arrived');
    await expect(write('an', {}, 'none')).rejects.toMatchObject({ code: 'product_not_found' });
    await expect(test.shop.openReview({ customerId: 'sub-an', slug: 'none' })).resolves.toBeNull();
    expect((await list()).total).toBe(0);
  });

  it('is one for each customer, also when it is sent twice at once, and can be changed', async () => {
    await buy('lan', 'delivered');
    await expect(write('lan', {}, 'AC-3202')).rejects.toMatchObject({ code: 'review_refused' });
    await Promise.all([1, 2, 3].map(() => write('lan')));
    await write('lan', { stars: 2, title: 'Broke' });
    await expect(list()).resolves.toMatchObject({
      items: [{ stars: 2, title: 'Broke', body: GOOD.body, shownName: 'Lan', hasWriter: true }],
      total: 1,
      average: 2,
      byStars: [0, 1, 0, 0, 0],
    });
    expect(await open('lan')).toMatchObject({ may: 'write', own: { stars: 2 }, hiddenFor: null });
  });

  it('keeps markup as text, and loses what turns the direction of the page', async () => {
    const body = '<script>alert(1)</script> \u202Etxt.exe\n\n\n\nTốt lắm\u0000';
    await write('lan', { title: ' Two \n lines ', body });
    expect((await list()).items[0]).toMatchObject({
      title: 'Two lines',
      body: '<script>alert(1)</script> txt.exe\n\nTốt lắm',
    });
  });

  it.each([
    ['no star', { stars: 0 }, 'stars'],
    ['six stars', { stars: 6 }, 'stars'],
    ['a long title', { title: 'x'.repeat(81) }, 'Use at most 80'],
    ['a long text', { body: 'x'.repeat(2_001) }, 'Use at most 2000'],
    ['a megabyte', { body: 'x'.repeat(1_000_000) }, 'not valid'],
    ['a text that says nothing', { body: 'ok        ' }, 'at least 10'],
    ['no name', { shownName: '\u202e' }, 'the name to show'],
  ])('is refused with %s', async (_, over, words) => {
    await expect(write('lan', over)).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining(words),
    });
  });
});

describe('the desk', () => {
  it('hides a review with a reason, which its writer reads, and shows it again', async () => {
    const { reviewId = '' } = (await list()).items[0] ?? {};
    await judge(reviewId, 'hidden');
    await judge(reviewId, 'hidden', 'Again');
    await expect(list()).resolves.toMatchObject({ items: [], total: 0, average: null });
    await write('lan', { stars: 4 });
    expect(await open('lan')).toMatchObject({ own: { stars: 4 }, hiddenFor: 'Advertising' });
    expect((await list()).total).toBe(0);

    const { items, changes } = await judge(reviewId, 'shown', 'A mistake');
    expect(items[0]).toMatchObject({ isHidden: false, productName: 'Clavio Glide', productSlug: SLUG });
    expect(changes).toMatchObject([
      { what: 'shown', reason: 'A mistake', actor: STAFF },
      { what: 'hidden', reason: 'Advertising', actor: STAFF },
    ]);
    expect((await list()).total).toBe(1);
    const unknown = '00000000-0000-4000-8000-000000000000';
    await expect(judge(unknown, 'hidden')).rejects.toMatchObject({ code: 'review_refused' });
  });

  it('cannot change what was written down', async () => {
    const changed = test.dataSource.query(`UPDATE review_changes SET reason = 'x'`);
    await expect(changed).rejects.toThrow('permission denied');
    await expect(test.dataSource.query('DELETE FROM reviews')).rejects.toThrow('permission denied');
  });
});

it('lists ten on a page, the newest first, with the sums of all', async () => {
  for (let n = 0; n < 12; n++) {
    await buy(`reader-${n}`, 'delivered');
    await write(`reader-${n}`, { stars: 5, title: `Review ${n}` });
  }
  const pages = [await list(1), await list(2)];
  expect(pages.map(({ items }) => items.length)).toEqual([10, 3]);
  expect(pages[0]?.items[0]?.title).toBe('Review 11');
  expect(pages[1]).toMatchObject({ total: 13, pageCount: 2, byStars: [0, 0, 0, 1, 12] });
  expect(pages[1]?.average).toBeCloseTo(64 / 13);
});
