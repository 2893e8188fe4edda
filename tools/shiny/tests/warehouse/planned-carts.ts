import { createHash } from 'node:crypto';
import { uuidV7From, type EventName } from '@clickstream/event-schema';
import { aCart, anEventNamed, anOrder, aProduct } from '@clickstream/event-schema/testing';
import { BOT, DESKTOP, MOBILE, received } from './received-event';
import { randomFrom } from './random-sessions';

/** A cart with its planned outcome, known before any of its events is sent. */
export interface PlannedCart {
  readonly cartId: string;
  readonly productId: string;
  readonly startedAt: number;
  readonly leftAt: number;
  readonly outcome: 'bought' | 'recovered' | 'emptied' | 'abandoned';
  readonly stage: 'cart' | 'checkout';
  readonly value: number;
  readonly pieces: number;
  readonly currency: 'VND' | 'USD' | null;
  readonly device: 'desktop' | 'mobile' | 'bot';
  readonly channel: string;
  readonly loginState: 'logged_in' | 'guest' | 'anonymous';
  readonly isStaff: boolean;
  readonly reach: 'signed_in' | 'known' | 'unknown';
}

const FIRST_DAY = Date.parse('2026-03-31T17:00:00Z');
const DAY = 86_400_000;
const MINUTE = 60_000;
const AGENTS = { desktop: DESKTOP, mobile: MOBILE, bot: BOT };
const CHANNELS = {
  direct: '',
  organic_search: 'https://www.google.com/',
  social: 'https://www.facebook.com/',
};

/** Histories of a cart: minutes from one step to the next, and the steps. */
const WAYS: Readonly<Record<string, readonly (readonly [number, EventName])[]>> = {
  glanced: [[0, 'add_to_cart_click']],
  left: [
    [0, 'add_to_cart_click'],
    [3, 'add_to_cart_click'],
  ],
  leftAtCheckout: [
    [0, 'add_to_cart_click'],
    [9, 'checkout_start'],
    [11, 'checkout_step'],
  ],
  leftSlowly: [
    [0, 'add_to_cart_click'],
    [17, 'add_to_cart_click'],
  ],
  leftAgain: [
    [0, 'add_to_cart_click'],
    [180, 'add_to_cart_click'],
  ],
  leftLater: [
    [0, 'add_to_cart_click'],
    [40, 'add_to_cart_click'],
    [3000, 'checkout_start'],
  ],
  bought: [
    [0, 'add_to_cart_click'],
    [2, 'checkout_start'],
    [4, 'checkout_complete'],
  ],
  boughtLater: [
    [0, 'add_to_cart_click'],
    [600, 'checkout_start'],
    [4, 'checkout_complete'],
  ],
  emptied: [
    [0, 'add_to_cart_click'],
    [6, 'remove_from_cart_click'],
  ],
};
const WAYS_OF_USE = Object.keys(WAYS);

/**
 * Carts of April 2026 on the shop's clock; nothing else happens in that month. The outcome of each
 * is planned, so that the tab's numbers can be counted without any rule of the warehouse.
 */
export function plannedCarts(count = 400): readonly PlannedCart[] {
  return plans(count).map(({ cart }) => cart);
}

/** The events of the planned carts. */
export function eventsOfPlannedCarts(count = 400): object[] {
  return plans(count).flatMap(eventsOf);
}

interface Plan {
  readonly index: number;
  readonly cart: PlannedCart;
  readonly way: string;
}

function plans(count: number): readonly Plan[] {
  const random = randomFrom(20_260_401);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  return Array.from({ length: count }, (_, index) => {
    const way = oneOf(WAYS_OF_USE);
    const steps = WAYS[way] ?? [];
    const startedAt = FIRST_DAY + Math.floor(random() * 30 * DAY);
    const loginState = oneOf(['logged_in', 'guest', 'anonymous', 'anonymous'] as const);
    const pieces = way === 'emptied' ? 0 : 1 + Math.floor(random() * 3);
    const reach = loginState === 'logged_in' ? 'signed_in' : random() < 0.3 ? 'known' : 'unknown';
    const cart: PlannedCart = {
      cartId: `planned-${index}`,
      productId: `PLANNED-${index % 7}`,
      startedAt,
      leftAt: startedAt + steps.reduce((minutes, [after]) => minutes + after, 0) * MINUTE,
      outcome: outcomeOf(way),
      stage: steps.some(([, name]) => name.startsWith('checkout_s')) ? 'checkout' : 'cart',
      value: pieces * oneOf([0, 40_000, 500_000, 990_000, 5_000_000, 21_990_000]),
      pieces,
      currency: oneOf(['VND', 'VND', 'VND', 'VND', 'VND', 'VND', 'USD', null]),
      device: oneOf(['desktop', 'mobile', 'mobile', 'mobile', 'bot']),
      channel: oneOf(Object.keys(CHANNELS)),
      loginState,
      isStaff: random() < 0.05,
      reach,
    };
    return { index, cart, way };
  });
}

function outcomeOf(way: string): PlannedCart['outcome'] {
  if (way === 'bought' || way === 'emptied') return way;
  return way === 'boughtLater' ? 'recovered' : 'abandoned';
}

function eventsOf({ index, cart, way }: Plan): object[] {
  const who = {
    clientId: `browser-of-${cart.cartId}`,
    userLoginState: cart.loginState,
    userId: cart.reach === 'signed_in' ? `user-of-${cart.cartId}` : null,
    isStaff: cart.isStaff,
  };
  let place = 0;
  const at = (time: number, name: EventName, over: object): object => {
    const eventId = uuidV7From(time, createHash('sha256').update(`planned-${index}-${place++}`).digest());
    const event = { ...anEventNamed(name), eventId, eventTimestamp: new Date(time).toISOString() };
    return received({ ...event, referrer: '', ...who, ...over }, AGENTS[cart.device]);
  };
  const session = (visit: number) => ({ sessionId: `visit-${visit}-of-${cart.cartId}` });
  const price = cart.pieces > 0 ? cart.value / cart.pieces : 10;
  const product = aProduct({ id: cart.productId, price, discountPrice: null, quantity: cart.pieces });
  const contents = aCart({
    cartId: cart.cartId,
    value: cart.value,
    currency: cart.currency,
    items: cart.pieces > 0 ? [product] : [],
  });
  const firstContents =
    way === 'emptied' ? { ...contents, value: 10, items: [{ ...product, quantity: 1 }] } : contents;
  let time = cart.startedAt;
  let visit = 1;
  const referrer = CHANNELS[cart.channel as keyof typeof CHANNELS];
  const events = [at(time - 1000, 'page_view', { referrer, ...session(visit) })];
  for (const [minutes, name] of WAYS[way] ?? []) {
    time += minutes * MINUTE;
    if (minutes > 60) events.push(at(time - 500, 'page_view', session(++visit)));
    const payload =
      name === 'checkout_complete'
        ? {
            order: anOrder({
              orderId: `order-of-${cart.cartId}`,
              revenue: cart.value,
              currency: cart.currency,
              items: [product],
            }),
          }
        : { product, cart: name === 'add_to_cart_click' ? firstContents : contents };
    events.push(at(time, name, { ...payload, ...session(visit) }));
  }
  if (cart.reach === 'known') {
    const signedIn = { userId: `user-of-${cart.cartId}`, userLoginState: 'logged_in' };
    events.push(at(time + 2 * DAY, 'page_view', { ...session(9), ...signedIn }));
  }
  return events;
}
