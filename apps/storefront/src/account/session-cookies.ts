import { cookies } from 'next/headers';
import { newEventId } from '@clickstream/event-schema';
import { COOKIES, LIFETIME, dropCookies, keepCookie } from '../cookies/shop-cookies';
import { isAtDesk, type SignedInShopper } from '../identity/id-token';
import type { SignedInTokens } from './cognito';

/** Cookies of a session. They end together. */
export const OF_SESSION: readonly string[] = [
  COOKIES.idToken,
  COOKIES.refreshToken,
  COOKIES.user,
  COOKIES.staff,
  COOKIES.name,
];

/**
 * Stores the tokens of a shopper who has just signed in, and who is no longer a guest.
 *
 * @param lifetime seconds
 */
export async function keepTokens(
  { idToken, refreshToken }: Omit<SignedInTokens, 'accessToken'>,
  { userId, name, email, groups }: SignedInShopper,
  lifetime: number = LIFETIME.session,
): Promise<void> {
  await keepCookie(COOKIES.idToken, idToken, lifetime);
  if (refreshToken) await keepCookie(COOKIES.refreshToken, refreshToken, lifetime);
  await keepCookie(COOKIES.user, userId, lifetime);
  if (isAtDesk({ groups })) await keepCookie(COOKIES.staff, 'yes', lifetime);
  else await dropCookies(COOKIES.staff);
  await keepCookie(COOKIES.name, name || email, lifetime);
  await keepCookie(COOKIES.signedIn, newEventId(), LIFETIME.signedIn);
  await dropCookies(COOKIES.guest, COOKIES.unconfirmed, COOKIES.reset);
}

/** Forgets the tokens and returns the stored refresh token, if any. */
export async function dropTokens(): Promise<string | undefined> {
  const refreshToken = (await cookies()).get(COOKIES.refreshToken)?.value;
  await dropCookies(...OF_SESSION, COOKIES.signedIn, COOKIES.signedUp);
  return refreshToken;
}
