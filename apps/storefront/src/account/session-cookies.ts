import { cookies } from 'next/headers';
import { COOKIES, LIFETIME, cookieOptions } from '../cookies/shop-cookies';
import type { SignedInTokens } from './cognito';

/** Keeps the tokens of somebody who has just signed in; they are no guest any more. */
export async function keepTokens({ idToken, refreshToken }: SignedInTokens): Promise<void> {
  const jar = await cookies();
  const options = await cookieOptions(LIFETIME.session);
  jar.set(COOKIES.idToken, idToken, options);
  if (refreshToken) jar.set(COOKIES.refreshToken, refreshToken, options);
  jar.delete(COOKIES.guest);
}

/** Forgets the tokens and returns the refresh token that was kept, if any. */
export async function dropTokens(): Promise<string | undefined> {
  const jar = await cookies();
  const refreshToken = jar.get(COOKIES.refreshToken)?.value;
  jar.delete(COOKIES.idToken);
  jar.delete(COOKIES.refreshToken);
  return refreshToken;
}
