import { COOKIES } from '../../cookies/shop-cookies';
import { guess, type Attack } from './attack';
import type { AttackedShop } from './attacked-shop';

const DESK_PAGES = [
  '/desk',
  '/desk/orders',
  '/desk/products',
  '/desk/coupons',
  '/desk/reviews',
  '/desk/mail',
];

const everyCookie = (value: string) =>
  Object.values(COOKIES)
    .map((name) => `${name}=${value}`)
    .join('; ');

/** Reads of what belongs to somebody else. */
export const READS: Attack[] = [
  {
    name: 'another’s order by its number',
    status: 404,
    send: ({ built, orderId }) => built.get(`/order/${orderId}`),
  },
  {
    name: 'another’s order, signed in',
    status: 404,
    send: ({ built, orderId, cookies }) => built.get(`/order/${orderId}`, cookies.customer),
  },
  {
    name: 'another’s order with a guessed key',
    status: 404,
    send: ({ built, orderId }) => built.get(`/order/${orderId}`, `${COOKIES.ordered}=${guess()}`),
  },
  {
    name: 'another’s order with the id of its cart in every cookie',
    status: 404,
    send: ({ built, orderId, analyticsId }) => built.get(`/order/${orderId}`, everyCookie(analyticsId)),
  },
  {
    name: 'another’s cart by its id in events',
    status: 200,
    send: ({ built, analyticsId }) => built.get('/cart/contents', everyCookie(analyticsId)),
  },
  {
    name: 'another’s cart by a guessed key',
    status: 200,
    send: ({ built }) => built.get('/cart/contents', `${COOKIES.cart}=${guess()}`),
  },
  ...[...DESK_PAGES, '/desk/orders/{order}'].flatMap((page) =>
    (['customer', 'expired', 'forged'] as const).map((who) => ({
      name: `${page} with the token of ${who}`,
      status: 404,
      send: ({ built, cookies, orderId }: AttackedShop) =>
        built.get(page.replace('{order}', orderId), cookies[who]),
    })),
  ),
  {
    name: 'the desk by cookies that scripts can write',
    status: 404,
    send: ({ built }) => built.get('/desk', `${COOKIES.staff}=yes; ${COOKIES.user}=sub-mai`),
  },
  {
    name: 'the list of orders with an expired token',
    status: 307,
    send: ({ built, cookies }) => built.get('/orders', cookies.expired),
  },
  ...[
    '/outbox',
    '/desk/outbox',
    '/books',
    '/desk/books',
    '/orders/2026/11/30/books.jsonl',
    '/api',
    '/.env',
  ].map((path) => ({ name: path, status: 404, send: ({ built }: AttackedShop) => built.get(path) })),
];
