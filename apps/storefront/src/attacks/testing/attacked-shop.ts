import { aUserPool, type TestUserPool } from '../../account/testing/a-user-pool';
import { COOKIES } from '../../cookies/shop-cookies';
import { aBuiltShop, type BuiltShop } from '../../shop/testing/a-built-shop';
import { CHECKOUT } from '../../tracking/testing/shop-values';
import { actionIds } from './action-ids';
import { expiredToken } from './expired-token';

/** A shop with a victim, and somebody who knows all that can be known: numbers and ids. */
export interface AttackedShop {
  readonly built: BuiltShop;
  readonly pool: TestUserPool;
  /** An order of a guest, and their open cart at the last step of its checkout. */
  readonly orderId: string;
  readonly analyticsId: string;
  /** The price of what the attacker's cart holds. */
  readonly total: number;
  /** Cookies: of the attacker's cart, with their account, of staff, and of staff an hour ago. */
  readonly cookies: Readonly<Record<'cart' | 'customer' | 'staff' | 'expired' | 'forged', string>>;
  /** Everything that an attack must not change, as one text. */
  state(): Promise<string>;
  /** Calls an action as a page's script does; a record goes as the fields of its form. */
  call(action: string, args: unknown[], from: Caller): Promise<Response>;
  close(): Promise<void>;
}

export interface Caller {
  readonly cookie?: string;
  readonly origin?: string;
  readonly path?: string;
  /** The network address, as the nearest proxy tells it. */
  readonly address?: string;
}

const STATE = `SELECT coalesce(jsonb_agg(row ORDER BY row::text), '[]')::text AS state FROM (
  SELECT to_jsonb(o) AS row FROM orders AS o UNION ALL SELECT to_jsonb(i) FROM order_items AS i
  UNION ALL SELECT to_jsonb(c) FROM order_changes AS c UNION ALL SELECT to_jsonb(r) FROM refunds AS r
  UNION ALL SELECT to_jsonb(s) FROM stock AS s UNION ALL SELECT to_jsonb(p) FROM products AS p
  UNION ALL SELECT to_jsonb(c) FROM carts AS c UNION ALL SELECT to_jsonb(i) FROM cart_items AS i
  UNION ALL SELECT to_jsonb(e) FROM outbox_events AS e UNION ALL SELECT to_jsonb(c) FROM customers AS c
  UNION ALL SELECT to_jsonb(c) FROM coupons AS c UNION ALL SELECT to_jsonb(m) FROM mails AS m
  UNION ALL SELECT to_jsonb(r) FROM reviews AS r UNION ALL SELECT to_jsonb(c) FROM review_changes AS c
) AS all_rows`;

const ATTACKER = {
  name: 'Eve',
  email: 'eve@other.example',
  phone: '0987654321',
  address: '9 Other Street',
} as object;

export async function anAttackedShop(): Promise<AttackedShop> {
  const pool = await aUserPool();
  const built = await aBuiltShop(pool.config);
  const ids = actionIds();
  const added = { cartKey: null, customerId: null, productId: 'LT-1301', quantity: 1 };
  const ready = async (over: Partial<typeof CHECKOUT.delivery> = {}) => {
    const { cartKey } = await built.shop.addToCart(added);
    const delivery = { ...CHECKOUT.delivery, ...over };
    return { cartKey, cart: await built.shop.saveCheckout({ cartKey, ...CHECKOUT, delivery }) };
  };
  const [bought, open, own] = [await ready(), await ready(), await ready(ATTACKER)];
  const { order } = await built.shop.placeOrder({
    cartKey: bought.cartKey,
    customerId: null,
    expectedTotal: bought.cart.subtotal,
  });
  const nobodys = { actor: 'mai@shop.example', percent: 50, amount: null, minimum: 0, mostUses: null };
  const past = { validFrom: '2026-01-01T00:00:00Z', validTo: '2026-01-02T00:00:00Z' };
  await built.shop.deskAddCoupon({ code: 'OVER', ...nobodys, ...past });
  const staff = await pool.idTokenOf('mai@shop.example', 'desk');
  const token = (value: string) => `${COOKIES.idToken}=${value}`;
  return {
    built,
    pool,
    orderId: order.orderId,
    analyticsId: open.cart.analyticsId,
    total: own.cart.subtotal,
    cookies: {
      cart: `${COOKIES.cart}=${own.cartKey}`,
      customer: token(await pool.idTokenOf('lan@shop.example', 'desks')),
      staff: token(staff),
      expired: token(await expiredToken(pool.config)),
      forged: token(`${staff.slice(0, -6)}AAAAAA`),
    },
    state: async () => (await built.sql<{ state: string }>(STATE))[0]?.state ?? '',
    async call(action, args, { cookie = '', origin, path = '/cart', address }) {
      const id = ids.get(action);
      if (!id) throw new Error(`The built shop has no action "${action}".`);
      return built.send(path, {
        method: 'POST',
        body: bodyOf(args),
        headers: {
          cookie,
          'next-action': id,
          ...(origin && { origin }),
          ...(address && { 'x-forwarded-for': address }),
        },
      });
    },
    async close() {
      await built.close();
      await pool.close();
    },
  };
}

/** Arguments as React sends them: JSON, with a form as a reference to its fields. */
function bodyOf(args: unknown[]): FormData {
  const body = new FormData();
  const sent = args.map((arg, index) => {
    if (!(arg instanceof FormData)) return arg;
    for (const [name, value] of arg) body.append(`_${index + 1}_${name}`, value);
    return `$K${(index + 1).toString(16)}`;
  });
  body.set('0', JSON.stringify(sent));
  return body;
}
