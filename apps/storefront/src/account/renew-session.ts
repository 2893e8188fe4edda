import type { NextRequest, NextResponse } from 'next/server';
import type { CognitoConfig } from '../config';
import { COOKIES, LIFETIME, cookieOptionsFor } from '../cookies/shop-cookies';
import { OF_SESSION } from './session-cookies';
import { CognitoError, cognito } from './cognito';
import { expiryOf } from '../identity/id-token';

/**
 * A token with less time left than this is renewed before the page is rendered, so that no page
 * begins signed out.
 */
const SECONDS_LEFT = 60;

/** Cookies after a renewal: already in the request, and sent to the browser with the response. */
export interface Renewal {
  applyTo(response: NextResponse): void;
}

/**
 * Renews the id token of an expired session. A refresh token that the pool refuses ends the
 * session; an unreachable pool leaves it for the next request.
 *
 * @returns null when there was nothing to do
 */
export async function renewSession(request: NextRequest, config: CognitoConfig): Promise<Renewal | null> {
  const refreshToken = request.cookies.get(COOKIES.refreshToken)?.value;
  const expiry = expiryOf(request.cookies.get(COOKIES.idToken)?.value ?? '') ?? 0;
  if (!refreshToken || expiry > Date.now() / 1000 + SECONDS_LEFT) return null;

  try {
    const { idToken } = await cognito(config).refresh(refreshToken);
    request.cookies.set(COOKIES.idToken, idToken);
    const options = cookieOptionsFor(
      COOKIES.idToken,
      request.headers.get('x-forwarded-proto'),
      LIFETIME.session,
    );
    return { applyTo: (response) => response.cookies.set(COOKIES.idToken, idToken, options) };
  } catch (error) {
    if (!(error instanceof CognitoError)) return null;
    OF_SESSION.forEach((name) => request.cookies.delete(name));
    return { applyTo: (response) => OF_SESSION.forEach((name) => response.cookies.delete(name)) };
  }
}
