import { aUserPool, type TestUserPool } from './account/testing/a-user-pool';
import { COOKIES } from './cookies/shop-cookies';
import { formWith } from './forms/testing/form-with';
import { aBuiltShop, type BuiltShop } from './shop/testing/a-built-shop';
import { CHECKOUT } from './tracking/testing/shop-values';

const STAFF = 'mai@shop.example';
const PRODUCT = 'LT-1301';

let pool: TestUserPool;
let built: BuiltShop;
/** Cookies of somebody at the desk, and of a customer. */
let staff: string;
let customer: string;
let orderId: string;
let pages: string[];
beforeAll(async () => {
  pool = await aUserPool();
  built = await aBuiltShop(pool.config);
  staff = `${COOKIES.idToken}=${await pool.idTokenOf(STAFF, 'desk')}`;
  customer = `${COOKIES.idToken}=${await pool.idTokenOf('lan@shop.example', 'desks')}`;
  orderId = await anOrder();
  pages = [
    '/desk',
    '/desk/orders',
    `/desk/orders/${orderId}`,
    '/desk/products',
    '/desk/coupons',
    '/desk/reviews',
    '/desk/mail',
  ];
});
afterAll(async () => {
  await built.close();
  await pool.close();
});

async function anOrder(): Promise<string> {
  const added = { cartKey: null, customerId: null, productId: PRODUCT, quantity: 1 };
  const { cartKey } = await built.shop.addToCart(added);
  const { subtotal } = await built.shop.saveCheckout({ cartKey, ...CHECKOUT });
  const placing = { cartKey, customerId: null, expectedTotal: subtotal };
  return (await built.shop.placeOrder(placing)).order.orderId;
}

const htmlOf = async (path: string, cookie: string) => (await built.get(path, cookie)).text();
const statusOf = async () => (await built.shop.deskOrder({ orderId }))?.status;

describe('the desk', () => {
  it('is open to its group, with its own titles', async () => {
    const titles = await Promise.all(
      pages.map(async (path) => /<title>(.*?)<\/title>/.exec(await htmlOf(path, staff))?.[1]),
    );
    expect(titles).toEqual(
      ['Today', 'Orders', 'Order', 'Stock and prices', 'Coupons', 'Reviews', 'Mail'].map(
        (title) => `${title} · Desk · SBW`,
      ),
    );
    expect(await htmlOf('/desk/orders?status=placed', staff)).toContain(orderId);
  });

  it('does not exist for anybody else, and says nothing', async () => {
    const forged = `${staff.slice(0, -6)}AAAAAA`;
    for (const cookie of ['', customer, forged]) {
      for (const path of pages) {
        const answer = await built.get(path, cookie);
        expect([path, answer.status]).toEqual([path, 404]);
        expect(await answer.text()).not.toMatch(/Nguyễn An|an@example\.com|Desk ·|Stock and prices|· Desk/);
      }
    }
  });

  it('takes a form from its own pages by its own people only', async () => {
    const path = `/desk/orders/${orderId}`;
    const form = formWith('Packed', await htmlOf(path, staff));
    await built.post(path, form, { cookie: staff, origin: 'https://other.example' });
    expect(await statusOf()).toBe('placed');
    const refused = await built.post(path, form, { cookie: customer });
    expect(refused.status).toBe(404);
    await built.post('/', form, { cookie: '' });
    expect(await statusOf()).toBe('placed');
    await built.post(path, form, { cookie: staff });
    expect(await statusOf()).toBe('packed');
    expect(await htmlOf(path, staff)).toMatch(new RegExp(`<td>Packed</td><td>${STAFF}</td>`));
  });

  it('asks once more before it cancels an order, and has no question about consent', async () => {
    const page = await htmlOf(`/desk/orders/${orderId}`, staff);
    const question = /<details[^>]*><summary>Cancel this order<\/summary>(.*?)<\/details>/s.exec(page)?.[1];
    expect(question).toMatch(/cannot be undone.*>Cancel and refund<\/button>/s);
    expect(page.match(/Cancel and refund<\/button>/g)).toHaveLength(1);
    expect(page).not.toContain('aria-label="Privacy"');
    expect(await htmlOf('/cart', staff)).toContain('aria-label="Privacy"');
  });

  it('keeps what was typed in a form that it refuses', async () => {
    const path = `/desk/orders/${orderId}`;
    const form = { ...formWith('Refund', await htmlOf(path, staff)), amount: '690.000', reason: '' };
    const refused = await (await built.post(path, form, { cookie: staff })).text();
    expect(refused).toMatch(/<details[^>]* open=""[^>]*><summary>Give money back/);
    expect(refused).toMatch(/name="amount"[^>]* value="690.000".*Enter the reason/s);
  });

  it('marks the orders of its own people, who are signed in', async () => {
    const isStaffOf = async (cookie: string) => {
      const added = { cartKey: null, customerId: null, productId: PRODUCT, quantity: 1 };
      const { cartKey } = await built.shop.addToCart(added);
      await built.shop.saveCheckout({ cartKey, ...CHECKOUT });
      const own = `${cookie}; ${COOKIES.cart}=${cartKey}`;
      const form = formWith('Place order', await htmlOf('/checkout?step=review', own));
      const placed = await built.post('/checkout?step=review', form, { cookie: own });
      const id = placed.headers.get('location')?.split('/').at(-1);
      const [row] = await built.sql<{ is_staff: boolean | null }>(
        'SELECT is_staff FROM orders WHERE id = $1',
        [id],
      );
      return row?.is_staff;
    };
    expect(await isStaffOf(staff)).toBe(true);
    const other = await pool.idTokenOf('tam@shop.example');
    expect(await isStaffOf(`${COOKIES.idToken}=${other}`)).toBe(false);
    expect(await isStaffOf('')).toBeNull();
  });

  it('gives a refund once, also when its page is sent twice', async () => {
    const path = `/desk/orders/${orderId}`;
    const form = {
      ...formWith('Refund', await htmlOf(path, staff)),
      amount: '1.000.000',
      reason: 'Scratched',
    };
    await Promise.all([1, 2].map(() => built.post(path, form, { cookie: staff })));
    expect((await built.shop.deskOrder({ orderId }))?.refunded).toBe(1_000_000);
  });

  it('changes stock and prices, which the pages of this server show at once', async () => {
    expect(await htmlOf('/product/solenne-air-13', '')).toContain('>In stock<');
    const form = formWith('Save Solenne Air 13', await htmlOf('/desk/products', staff));
    const sent = { ...form, pieces: '2', price: '28.000.000', discountPrice: '' };
    await built.post('/desk/products', sent, { cookie: staff });
    const product = await htmlOf('/product/solenne-air-13', '');
    expect(product).toContain('>Only 2 left<');
    expect(product).toContain('28.000.000');
  });
});

it('the account of who is signed in leads to what is theirs, and to the desk only people of the shop', async () => {
  const [own, ofStaff] = [await htmlOf('/account', customer), await htmlOf('/account', staff)];
  for (const page of [own, ofStaff])
    expect(page).toMatch(/href="\/orders".*href="\/addresses".*href="\/wishlist"/);
  expect(own).not.toContain('href="/desk"');
  expect(ofStaff).toContain('href="/desk"');
});

it('a customer who is signed in finds their orders, and no other', async () => {
  const page = await htmlOf('/orders', customer);
  expect(page).toContain('No orders yet');
  expect(page).not.toContain(orderId);
});

describe('the event inspector', () => {
  it('answers people of the shop, and does not exist for anybody else', async () => {
    const statusFor = async (cookie: string) =>
      (await built.post('/inspector', { form: 'not JSON' }, { cookie })).status;
    expect([await statusFor(staff), await statusFor(customer), await statusFor('')]).toEqual([400, 404, 404]);
  });
});
