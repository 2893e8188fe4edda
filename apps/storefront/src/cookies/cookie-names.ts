const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Every cookie of the shop. No script in a page can read them, except those of SHOWN. */
export const COOKIES = {
  /** The key of the open cart. */
  cart: 'sbw_cart',
  /**
   * Keys of the orders placed in this browser, newest first: they open the pages of these orders.
   */
  ordered: 'sbw_ordered',
  /** The id token, of Cognito or of the shop. */
  idToken: 'sbw_id',
  /** The refresh token, of Cognito or of the shop. */
  refreshToken: 'sbw_refresh',
  /** The email address that waits for its code. */
  unconfirmed: 'sbw_unconfirmed',
  /** The email address that waits for a code to choose a new password. */
  reset: 'sbw_reset',
  /** The number of pieces in the open cart. */
  pieces: 'sbw_pieces',
  /** Set while a shopper buys without an account. */
  guest: 'sbw_guest',
  /** Id of the customer who is signed in. */
  user: 'sbw_user',
  /** Set while somebody of the shop is signed in: their visits are not shoppers'. */
  staff: 'sbw_staff',
  /** Name of this customer. */
  name: 'sbw_name',
  /** Id of a sign-in's event, for a minute after it, so that the next page records it. */
  signedIn: 'sbw_signed_in',
  /** The same for the event of a new account. */
  signedUp: 'sbw_signed_up',
  /** Ids of the products on the wishlist, the newest first. */
  wishes: 'sbw_wishes',
  /** Consent: `granted`, `cookieless` or `denied`. */
  consent: 'sbw_consent',
} as const;

/**
 * Cookies for the page's scripts: pages are the same for everybody, and show with these whose they
 * are. The shop decides nothing by them, except by the consent, which is the shopper's word.
 */
export const SHOWN: readonly string[] = [
  COOKIES.pieces,
  COOKIES.guest,
  COOKIES.user,
  COOKIES.staff,
  COOKIES.name,
  COOKIES.signedIn,
  COOKIES.signedUp,
  COOKIES.consent,
  COOKIES.wishes,
];

export const LIFETIME = {
  cart: 90 * DAY,
  consent: 180 * DAY,
  ordered: 90 * DAY,
  reset: HOUR,
  session: 30 * DAY,
  /** Of a sign-in by code, since the last visit. */
  codeSession: 90 * DAY,
  signedIn: 60,
  unconfirmed: DAY,
  wishes: 365 * DAY,
} as const;
