import type { Consent, Shopper } from '@clickstream/tracker';
import { consentFrom } from '../consent/consent';
import { COOKIES } from '../cookies/cookie-names';
import { wishesFrom } from './wishes';

/** Who looks at a page, by the cookies that its scripts can read. */
export interface Visitor {
  readonly shopper: Shopper;
  /** True for somebody of the shop, who is signed in. */
  readonly isStaff: boolean;
  /** Name of the customer who is signed in, or null. */
  readonly name: string | null;
  /** Pieces in the cart of this browser. */
  readonly pieces: number;
  /** Id of a sign-in within the last minute, or null. */
  readonly signInId: string | null;
  /** Id of a new account within the last minute, or null. */
  readonly signUpId: string | null;
  /** The choice about consent in this browser, or null. */
  readonly consent: Consent | null;
  /** Ids of the products on the wishlist, the newest first. */
  readonly wishes: readonly string[];
}

/** Somebody of whom nothing is known: pages are rendered for them. */
export const NOBODY = visitorFrom('');

/**
 * Reads the cookies of a document, as `document.cookie` has them. Signing in outweighs buying as a
 * guest, which outweighs browsing.
 */
export function visitorFrom(documentCookie: string): Visitor {
  const values = new Map(documentCookie.split('; ').map(nameAndValue));
  const userId = values.get(COOKIES.user) || null;
  const isGuest = values.has(COOKIES.guest);
  const pieces = Number(values.get(COOKIES.pieces));
  return {
    shopper: userId
      ? { userId, loginState: 'logged_in', identitySource: 'cognito_email' }
      : isGuest
        ? { userId, loginState: 'guest', identitySource: 'guest_checkout' }
        : { userId, loginState: 'anonymous', identitySource: 'anonymous' },
    isStaff: userId !== null && values.has(COOKIES.staff),
    name: userId && (values.get(COOKIES.name) ?? null),
    pieces: Number.isSafeInteger(pieces) && pieces > 0 ? pieces : 0,
    signInId: values.get(COOKIES.signedIn) || null,
    signUpId: values.get(COOKIES.signedUp) || null,
    consent: consentFrom(values.get(COOKIES.consent)),
    wishes: wishesFrom(values.get(COOKIES.wishes)),
  };
}

function nameAndValue(cookie: string): [string, string] {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at), decoded(cookie.slice(at + 1))];
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
