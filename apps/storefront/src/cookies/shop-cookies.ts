import { headers } from 'next/headers';

const DAY = 24 * 60 * 60;

/** Every cookie of the shop. All are httpOnly: no script in the page can read them. */
export const COOKIES = {
  /** The key of the open cart. */
  cart: 'sbw_cart',
  /**
   * Keys of the orders placed in this browser, newest first: they open the pages of these orders.
   */
  ordered: 'sbw_ordered',
  /** Set while a shopper buys without an account. */
  guest: 'sbw_guest',
  /** The Cognito id token. */
  idToken: 'sbw_id',
  /** The Cognito refresh token. */
  refreshToken: 'sbw_refresh',
  /** Id of a sign-in's event, for a minute after it, so that the next page records it. */
  signedIn: 'sbw_signed_in',
  /** Consent: `granted`, `cookieless` or `denied`. */
  consent: 'sbw_consent',
  /** The email address that waits for its confirmation code. */
  unconfirmed: 'sbw_unconfirmed',
} as const;

export const LIFETIME = {
  cart: 90 * DAY,
  consent: 180 * DAY,
  ordered: 90 * DAY,
  session: 30 * DAY,
  signedIn: 60,
  unconfirmed: DAY,
} as const;

export interface CookieOptions {
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  readonly path: '/';
  readonly maxAge?: number;
}

/** Options for a cookie that lives `maxAge` seconds, or until the browser closes. */
export async function cookieOptions(maxAge?: number): Promise<CookieOptions> {
  return cookieOptionsFor((await headers()).get('x-forwarded-proto'), maxAge);
}

/**
 * The same for a request whose scheme is known: over plain http the browser would drop a `Secure`
 * cookie.
 */
export function cookieOptionsFor(scheme: string | null, maxAge?: number): CookieOptions {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(scheme),
    path: '/',
    ...(maxAge !== undefined && { maxAge }),
  };
}

/** The first scheme in the header is that of the browser; those after it are between proxies. */
function isHttps(forwardedProto: string | null): boolean {
  return forwardedProto?.split(',')[0]?.trim().toLowerCase() === 'https';
}
