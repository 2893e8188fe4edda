import type { NextRequest, NextResponse } from 'next/server';
import type { StorefrontConfig } from '../config';
import { COOKIES, cookieOptionsFor } from '../cookies/shop-cookies';
import { OF_SESSION } from './session-cookies';
import { renewedIdToken } from './renewed-id-token';
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
 * Renews the id token of an expired session. A refresh token that is refused ends the session; when
 * nobody answers it is left for the next request.
 *
 * @returns null when there was nothing to do
 */
export async function renewSession(
  request: NextRequest,
  config: Pick<StorefrontConfig, 'cognito' | 'signIn'>,
): Promise<Renewal | null> {
  const refreshToken = request.cookies.get(COOKIES.refreshToken)?.value;
  const expiry = expiryOf(request.cookies.get(COOKIES.idToken)?.value ?? '') ?? 0;
  if (!refreshToken || expiry > Date.now() / 1000 + SECONDS_LEFT) return null;

  const isStaff = request.cookies.has(COOKIES.staff);
  const renewed = await renewedIdToken(refreshToken, config, isStaff).catch(() => undefined);
  if (renewed === undefined) return null;
  if (renewed === null) {
    OF_SESSION.forEach((name) => request.cookies.delete(name));
    return { applyTo: (response) => OF_SESSION.forEach((name) => response.cookies.delete(name)) };
  }
  request.cookies.set(COOKIES.idToken, renewed.idToken);
  const kept = OF_SESSION.filter((name) => name === COOKIES.idToken || renewed.isExtended);
  return {
    applyTo(response) {
      for (const name of kept) {
        const value = request.cookies.get(name)?.value;
        if (value !== undefined)
          response.cookies.set(name, value, optionsOf(request, name, renewed.lifetime));
      }
    },
  };
}

function optionsOf(request: NextRequest, name: string, lifetime: number) {
  return cookieOptionsFor(name, request.headers.get('x-forwarded-proto'), lifetime);
}
