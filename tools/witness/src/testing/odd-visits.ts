import { randomUUID } from 'node:crypto';

/** A visit that the simulator does not play. */
export interface OddVisit {
  readonly events: readonly object[];
  readonly userAgent: string;
  /** Milliseconds by which the browser's clock is ahead. */
  readonly clockAhead: number;
}

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const product = { id: 'P1', name: 'Màn hình', price: 100, discountPrice: 90 };
const items = [{ ...product, quantity: 2 }];
const order = (orderId: string, over: object = {}) => ({
  order: { orderId, revenue: 180, currency: 'VND', items, ...over },
});
const visit = (...events: readonly object[]): OddVisit => ({ events, userAgent: PHONE, clockAhead: 0 });

function event(session: string, at: number, eventName: string, fields: object = {}): object {
  return {
    eventId: randomUUID(),
    eventName,
    eventTimestamp: new Date(Date.now() + at).toISOString(),
    clientId: `client-of-${session.split('/')[0]}`,
    sessionId: session,
    userLoginState: 'anonymous',
    pageUrl: 'https://shop.example/p/1',
    ...fields,
  };
}

/**
 * Wrong clocks, copies, orders reported twice, refunds of each kind, another currency,
 * resumed sessions.
 */
export function oddVisits(): OddVisit[] {
  const view = event('copied', -HOUR, 'product_view', { product });
  return [
    visit(view),
    visit(view, event('copied', -HOUR + MINUTE, 'page_view')),
    {
      ...visit(
        event('ahead', 0, 'product_view', { product, sequence: 1 }),
        event('ahead', 10 * MINUTE, 'add_to_cart_click', { product, sequence: 2 }),
      ),
      clockAhead: 12 * MINUTE,
    },
    {
      ...visit(event('ahead', 11 * MINUTE, 'checkout_start', { sequence: 3 })),
      clockAhead: 11 * MINUTE,
    },
    visit(
      event('dollars', -3 * HOUR, 'product_view', { product }),
      event(
        'dollars',
        -3 * HOUR + MINUTE,
        'checkout_complete',
        order('D1', { currency: 'USD', revenue: 1999 }),
      ),
      event(
        'dollars',
        -2 * HOUR,
        'order_refund',
        order('D1', { currency: 'USD', revenue: 999, refundId: 'R1' }),
      ),
    ),
    visit(
      event('twice', -5 * HOUR, 'product_view', { product }),
      event('twice', -5 * HOUR + MINUTE, 'checkout_complete', order('T1')),
      event('reload', -4 * HOUR, 'checkout_complete', order('T1', { revenue: 500 })),
      event('twice', -2 * HOUR, 'order_refund', order('T1', { revenue: 50 })),
      event('twice', -HOUR, 'order_refund', order('T1', { revenue: 50 })),
      event('twice', -HOUR, 'order_refund', order('T1', { revenue: 30, refundId: 'R2' })),
      event('twice', -HOUR, 'order_refund', order('T1', { revenue: 30 })),
    ),
    visit(event('refunded', -HOUR, 'order_refund', order('unknown-order', { revenue: 70 }))),
    visit(
      event('resumed/1', -7 * HOUR, 'product_view', { product }),
      event('resumed/2', -6 * HOUR, 'add_to_cart_click', { product }),
      event('resumed/2', -6 * HOUR + MINUTE, 'checkout_complete', order('S1')),
      event('unseen', -6 * HOUR, 'add_to_cart_click', { product, userLoginState: 'guest' }),
    ),
    visit(
      event('basket/1', -9 * HOUR, 'add_to_cart_click', { product }),
      event('basket/1', -9 * HOUR + MINUTE, 'add_to_cart_click', { product: { ...product, quantity: 2 } }),
      event('basket/1', -8 * HOUR, 'remove_from_cart_click', { product: { ...product, quantity: 3 } }),
      event('basket/2', -7 * HOUR, 'add_to_cart_click', { product, userId: 'u1' }),
      event('basket/2', -6 * HOUR, 'add_to_cart_click', { product, userId: 'u2' }),
      event('basket/2', -5 * HOUR, 'checkout_start', { cart: { cartId: 'C1', value: 270, currency: 'VND' } }),
      event('other/1', -4 * HOUR, 'checkout_step', {
        checkout: { step: 1 },
        cart: { cartId: 'C1', value: 90, currency: 'VND', items: [product] },
      }),
    ),
    ...shoppersWhoSignIn(),
    ...visitsBeforeAnOrder(),
    visit(
      event('search/1', -7 * HOUR, 'search', { search: { term: '  Màn   HÌNH ', results: 3 } }),
      event('search/1', -7 * HOUR, 'search', { search: { term: 'màn hình', results: 0 }, sequence: 1 }),
      event('search/1', -7 * HOUR, 'product_view', { product, sequence: 2 }),
      event('search/1', -6 * HOUR, 'add_to_cart_click', { product }),
      event('search/1', -5 * HOUR, 'checkout_complete', order('F1')),
      event('search/1', -4 * HOUR, 'search', {
        search: { term: 'usb' },
        pageUrl: 'https://shop.example/T%C3%ACm/',
      }),
    ),
    {
      ...visit(event('robot', -HOUR, 'page_view')),
      userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)',
    },
    { ...visit(event('carrier', -HOUR, 'page_view')), userAgent: `${PHONE} vodafone.com` },
  ];
}

/**
 * Orders on browsers where somebody signs in: before the first sign-in, between two events of one
 * user, after two users, and by one user on two browsers.
 */
function shoppersWhoSignIn(): OddVisit[] {
  const user = (userId: string, fields: object = {}) => ({ userId, userLoginState: 'logged_in', ...fields });
  return [
    visit(
      event('owner/1', -20 * HOUR, 'checkout_complete', order('O1')),
      event('owner/1', -19 * HOUR, 'page_view', user('owner')),
      event('owner/1', -18 * HOUR, 'checkout_complete', order('O2')),
      event('owner/1', -17 * HOUR, 'page_view', user('owner')),
    ),
    visit(event('second-phone', -16 * HOUR, 'checkout_complete', user('owner', order('O3')))),
    visit(
      event('shared/1', -15 * HOUR, 'page_view', user('first')),
      event('shared/1', -14 * HOUR, 'page_view', user('second')),
      event('shared/1', -13 * HOUR, 'checkout_complete', order('O4')),
      event('shared/1', -12 * HOUR, 'page_view', user('first')),
      event('shared/1', -11 * HOUR, 'page_view', user('second')),
      event('shared/1', -10 * HOUR, 'checkout_complete', order('O5')),
    ),
  ];
}

/** A visitor who comes from several places before the order, on a phone and on a desktop. */
function visitsBeforeAnOrder(): OddVisit[] {
  const from = (source: string, medium: string) => ({
    pageUrl: `https://shop.example/?utm_source=${source}&utm_medium=${medium}&utm_campaign=autumn`,
  });
  const user = { userId: 'comes-back', userLoginState: 'logged_in' };
  return [
    visit(event('phone/1', -800 * HOUR, 'page_view', from('google', 'cpc'))),
    visit(event('phone/2', -400 * HOUR, 'page_view', from('facebook', 'paid-social'))),
    visit(event('phone/3', -300 * HOUR, 'page_view', { ...from('letter', 'email'), ...user })),
    visit(event('desk/1', -200 * HOUR, 'page_view', { referrer: 'https://blog.example/' })),
    visit(event('desk/2', -100 * HOUR, 'page_view', user)),
    visit(
      event('desk/3', -9 * HOUR, 'page_view'),
      event('desk/3', -8 * HOUR, 'checkout_complete', order('B1', { revenue: 1_000_003 })),
      event('desk/3', -7 * HOUR, 'page_view', user),
    ),
  ];
}
