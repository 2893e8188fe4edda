import { uuidV7From, visitorIdFrom } from '@clickstream/event-schema';
import type { CatalogueProduct, CategorySlug } from '@clickstream/shop-models/catalogue';
import { shopperUserAgent } from './devices';
import type { Random } from '../random/random';

/** A line of a cart. */
export interface CartLine {
  readonly product: CatalogueProduct;
  readonly quantity: number;
}

/** Somebody with a browser, whose state is kept from one visit to the next. */
export interface Shopper {
  readonly clientId: string;
  readonly userAgent: string;
  readonly isBot: boolean;
  /** The id of their account (Cognito sub); null without one. */
  readonly accountId: string | null;
  /** Interest in each category. */
  readonly interests: readonly (readonly [CategorySlug, number])[];
  /* eslint-disable members/readonly-properties -- Each visit leaves its traces. */
  /** Visits so far. */
  visits: number;
  /** When their last event happened, in milliseconds since 1970. */
  lastSeenAt: number;
  /** True when they are still signed in from the last visit. */
  isSignedIn: boolean;
  /** True when their account was made in a visit. */
  hasSignedUp: boolean;
  /** Products left in the cart, and the id that the shop gave it. */
  cart: { readonly id: string; lines: readonly CartLine[] };
  /* eslint-enable members/readonly-properties */
}

/** Share of shoppers who have an account. */
const WITH_ACCOUNT = 0.3;

/** Somebody who has never been here before. */
export function newShopper(now: number, random: Random): Shopper {
  return {
    clientId: newBrowserId(now, random),
    userAgent: shopperUserAgent(random),
    isBot: false,
    accountId: random.chance(WITH_ACCOUNT) ? newId(now, random) : null,
    interests: [
      ['laptops', 0.2 + random.next()],
      ['monitors', 0.1 + 0.6 * random.next()],
      ['accessories', 0.2 + 0.8 * random.next()],
    ],
    visits: 0,
    lastSeenAt: Number.NEGATIVE_INFINITY,
    isSignedIn: false,
    hasSignedUp: false,
    cart: emptyCart(now, random),
  };
}

/** A cart with nothing in it. */
export function emptyCart(now: number, random: Random): Shopper['cart'] {
  return { id: newId(now, random), lines: [] };
}

/** An id of the form that browsers and sessions have. */
export function newBrowserId(now: number, random: Random): string {
  return visitorIdFrom(now, random.bytes(13));
}

/** An id of the form that events and the shop's records have: a UUIDv7 of that time. */
export function newId(now: number, random: Random): string {
  return uuidV7From(now, random.bytes(10));
}
