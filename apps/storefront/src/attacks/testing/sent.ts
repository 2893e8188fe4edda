import { COOKIES } from '../../cookies/shop-cookies';
import { form, guess, type Attack } from './attack';
import type { AttackedShop } from './attacked-shop';

const EVIL = 'https://other.example';

/** Fields of a coupon as the desk's own form sends them. */
const FREE = { percent: '90', amount: '', minimum: '', first: '', last: '', mostUses: '' };

/** A review as its form sends it. */
const REVIEW = {
  slug: 'solenne-air-13',
  productId: 'LT-1301',
  stars: '1',
  title: '<script>alert(1)</script>',
  body: 'Do not buy <b>this</b> one.',
  shownName: 'Eve',
};

const DESK_CALLS: { readonly action: string; readonly fields: Record<string, string> }[] = [
  { action: 'changeStatus', fields: { to: 'packed' } },
  { action: 'addCoupon', fields: { code: 'FREE', ...FREE } },
  { action: 'endCoupon', fields: { code: 'OVER' } },
  {
    action: 'judgeReview',
    fields: { reviewId: '00000000-0000-4000-8000-000000000000', what: 'hidden', reason: 'gone' },
  },
  { action: 'giveBack', fields: { amount: '690000', reason: 'gift', key: 'k' } },
  {
    action: 'changeProduct',
    fields: { productId: 'LT-1301', pieces: '9', piecesSeen: '10', price: '1', discountPrice: '' },
  },
];

/** Forms and calls of another site, with the cookies of whom they hit. */
export const FOREIGN: Attack[] = [
  ...(['staff', 'cart', 'customer'] as const).flatMap((who) =>
    [EVIL, 'null', 'http://127.0.0.1:1'].map((origin) => ({
      name: `an action of ${who} from a page of ${origin}`,
      status: 403,
      send: ({ call, cookies, orderId }: AttackedShop) =>
        call('changeStatus', [{}, form({ orderId, to: 'packed' })], { cookie: cookies[who], origin }),
    })),
  ),
  ...['/cart/contents', '/search/suggestions?q=a', '/cart', '/'].map((path) => ({
    name: `a form of another site to ${path}`,
    status: 403,
    send: ({ built, cookies }: AttackedShop) =>
      built.post(path, { productId: 'LT-1301' }, { cookie: cookies.cart, origin: EVIL }),
  })),
];

/** Calls of actions with values that no page sends. */
export const TAMPERED: Attack[] = [
  ...[0, 1, -1, Number.MAX_SAFE_INTEGER, Number.NaN].map((price) => ({
    name: `an order for the price ${price}`,
    status: 200,
    says: /"problem":"/,
    send: ({ call, cookies }: AttackedShop) =>
      call('placeOrder', [{}, form({ expectedTotal: String(price) })], { cookie: cookies.cart }),
  })),
  ...[-1, 1e9, 1.5, '1', null, { $gt: 0 }].map((quantity) => ({
    name: `the quantity ${JSON.stringify(quantity)}`,
    status: 200,
    send: ({ call, cookies }: AttackedShop) =>
      call('setQuantity', ['LT-1301', quantity], { cookie: cookies.cart }),
  })),
  ...["' OR 1=1 --", '', '../LT-1301', null, ['LT-1301'], 'x'.repeat(5_000)].map((productId) => ({
    name: `the product ${JSON.stringify(productId).slice(0, 40)}`,
    status: 200,
    send: ({ call, cookies }: AttackedShop) => call('addToCart', [productId], { cookie: cookies.cart }),
  })),
  ...['NOPE', "' OR '1'='1", '%', 'x'.repeat(5_000), 'OVER', 'over', 'FREE'].map((code) => ({
    name: `the coupon ${JSON.stringify(code).slice(0, 40)}`,
    status: 200,
    says: /"problem":"/,
    send: ({ call, cookies }: AttackedShop) =>
      call('applyCoupon', [{}, form({ code })], { cookie: cookies.cart }),
  })),
  ...(['customer', 'staff'] as const).map((who) => ({
    name: `a review by ${who}, who has not bought the product`,
    status: 200,
    says: /customers who have bought the product/,
    send: ({ call, cookies }: AttackedShop) =>
      call('writeReview', [{}, form(REVIEW)], { cookie: cookies[who] }),
  })),
  ...(['expired', 'forged', 'cart'] as const).map((who) => ({
    name: `a review by ${who}, who is not signed in`,
    status: 200,
    send: ({ call, cookies }: AttackedShop) =>
      call('writeReview', [{}, form(REVIEW)], { cookie: cookies[who] }),
  })),
  ...['0', '6', '4.5', 'many'].map((stars) => ({
    name: `a review with ${stars} stars`,
    status: 200,
    says: /one to five stars/,
    send: ({ call, cookies }: AttackedShop) =>
      call('writeReview', [{}, form({ ...REVIEW, stars })], { cookie: cookies.customer }),
  })),
  ...['cancelOrder', 'requestReturn'].map((action) => ({
    name: `${action} of another’s order`,
    status: 200,
    says: /no such order|not found/i,
    send: ({ call, cookies, orderId }: AttackedShop) =>
      call(action, [{}, form({ orderId, reason: 'mine' })], {
        cookie: `${cookies.customer}; ${cookies.cart}; ${COOKIES.ordered}=${guess()}`,
      }),
  })),
  ...(['customer', 'expired', 'forged', 'cart'] as const).flatMap((who) =>
    DESK_CALLS.map(({ action, fields }) => ({
      name: `${action} of the desk by ${who}`,
      status: 200,
      says: /;404"/,
      send: ({ call, cookies, orderId }: AttackedShop) =>
        call(action, [{}, form({ orderId, ...fields })], { cookie: cookies[who], path: '/' }),
    })),
  ),
  {
    // Next takes it for one of an older build.
    name: 'an action that does not exist',
    status: 409,
    send: ({ built }) =>
      built.send('/', { method: 'POST', body: '[]', headers: { 'next-action': 'f'.repeat(42) } }),
  },
  ...['PUT', 'DELETE', 'PATCH'].map((method) => ({
    name: `${method} of the contents of a cart`,
    status: 405,
    send: ({ built, cookies }: AttackedShop) =>
      built.send('/cart/contents', { method, headers: { cookie: cookies.cart } }),
  })),
];

/** Texts that are much too long. */
export const LONG: Attack[] = [
  {
    name: 'a note of 1 MB',
    status: 413,
    send: ({ call, cookies }) =>
      call('saveDelivery', [{}, form({ note: 'x'.repeat(1_100_000) })], { cookie: cookies.cart }),
  },
  {
    name: 'a note of 1 MB without JavaScript',
    status: 413,
    send: ({ built, cookies }) =>
      built.post('/checkout', { note: 'x'.repeat(1_100_000) }, { cookie: cookies.cart }),
  },
  {
    name: 'a review of 1 MB',
    status: 413,
    send: ({ call, cookies }) =>
      call('writeReview', [{}, form({ ...REVIEW, body: 'x'.repeat(1_100_000) })], {
        cookie: cookies.customer,
      }),
  },
  {
    name: 'a review of 3,000 characters',
    status: 200,
    says: /Use at most 2000 characters/,
    send: ({ call, cookies }) =>
      call('writeReview', [{}, form({ ...REVIEW, body: 'x'.repeat(3_000) })], { cookie: cookies.customer }),
  },
  {
    name: 'a note of 600 characters',
    status: 200,
    says: /Use at most 500 characters/,
    send: ({ call, cookies }) =>
      call('saveDelivery', [{}, form({ note: 'x'.repeat(600) })], { cookie: cookies.cart }),
  },
];
