import { cookies } from 'next/headers';
import { cache } from 'react';
import type { UserLoginState } from '@clickstream/event-schema';
import { readConfig } from '../config';
import { COOKIES } from '../cookies/shop-cookies';
import type { SignedInShopper } from './id-token';
import { shopperOf } from './shopper-of';

/** The shopper as far as the shop knows, in terms of the event contract. */
export interface Identity {
  readonly userId: string | null;
  readonly userLoginState: UserLoginState;
  readonly identitySource: 'cognito_email' | 'guest_checkout' | 'anonymous';
  readonly shopper: SignedInShopper | null;
}

/**
 * Reads the shopper's identity from the request's cookies; once per request, however many
 * components need it.
 */
export const readIdentity = cache(async (): Promise<Identity> => {
  const jar = await cookies();
  const token = jar.get(COOKIES.idToken)?.value;
  const shopper = token ? await shopperOf(token, readConfig()) : null;
  return identityOf(shopper, jar.has(COOKIES.guest));
});

/** Signing in outweighs buying as a guest, which outweighs browsing. */
export function identityOf(shopper: SignedInShopper | null, isGuest: boolean): Identity {
  if (shopper) {
    return {
      userId: shopper.userId,
      userLoginState: 'logged_in',
      identitySource: 'cognito_email',
      shopper,
    };
  }
  return isGuest
    ? { userId: null, userLoginState: 'guest', identitySource: 'guest_checkout', shopper }
    : { userId: null, userLoginState: 'anonymous', identitySource: 'anonymous', shopper };
}
