import { cookies, headers } from 'next/headers';
import { SHOWN } from './cookie-names';

export * from './cookie-names';

export interface CookieOptions {
  readonly httpOnly: boolean;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  readonly path: '/';
  readonly maxAge?: number;
}

/** Sets a cookie for `maxAge` seconds, or until the browser closes. Only an action may. */
export async function keepCookie(name: string, value: string, maxAge?: number): Promise<void> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  jar.set(name, value, cookieOptionsFor(name, sent.get('x-forwarded-proto'), maxAge));
}

/** Deletes cookies. Only an action may. */
export async function dropCookies(...names: readonly string[]): Promise<void> {
  const jar = await cookies();
  names.forEach((name) => jar.delete(name));
}

/**
 * Options of a cookie in a request whose scheme is known: over plain http the browser would drop a
 * `Secure` cookie.
 */
export function cookieOptionsFor(name: string, scheme: string | null, maxAge?: number): CookieOptions {
  return {
    httpOnly: !SHOWN.includes(name),
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
