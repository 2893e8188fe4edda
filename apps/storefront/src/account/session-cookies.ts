import { cookies } from 'next/headers';
import { newEventId } from '@clickstream/event-schema';
import { COOKIES, LIFETIME, cookieOptions } from '../cookies/shop-cookies';
import type { SignedInTokens } from './cognito';

/** Stores the tokens of a shopper who has just signed in, and who is no longer a guest. */
export async function keepTokens({ idToken, refreshToken }: SignedInTokens): Promise<void> {
  const jar = await cookies();
  const options = await cookieOptions(LIFETIME.session);
  jar.set(COOKIES.idToken, idToken, options);
  if (refreshToken) jar.set(COOKIES.refreshToken, refreshToken, options);
  jar.set(COOKIES.signedIn, newEventId(), await cookieOptions(LIFETIME.signedIn));
  jar.delete(COOKIES.guest);
}

/** The id of a sign-in within the last minute, which is also the id of its event, or null. */
export async function readSignInId(): Promise<string | null> {
  return (await cookies()).get(COOKIES.signedIn)?.value ?? null;
}

/** Forgets the tokens and returns the stored refresh token, if any. */
export async function dropTokens(): Promise<string | undefined> {
  const jar = await cookies();
  const refreshToken = jar.get(COOKIES.refreshToken)?.value;
  jar.delete(COOKIES.idToken);
  jar.delete(COOKIES.refreshToken);
  jar.delete(COOKIES.signedIn);
  return refreshToken;
}
