import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy, hashSource } from '../content-security-policy.mjs';
import { renewSession } from './account/renew-session';
import { isCachedPage, isInnerRoute } from './cached-page';
import { readConfig } from './config';
import { FIXED_HEADERS } from './fixed-headers';
import { LANGUAGE_HEADER, readAddress } from './words/languages';
import { isForeign } from './limits/foreign-form';
import { isTooLarge } from './limits/large-form';
import { secondsToWait } from './limits/requests';
import { FIRST_PAINT } from './visitor/first-paint';

const IN_DEVELOPMENT = process.env.NODE_ENV === 'development';
/** The only script in a page to which Next adds no nonce. */
const FIRST_PAINT_SOURCE = hashSource(FIRST_PAINT);

/**
 * Runs before every page that no cache has: renews an expired session, and sets the headers that
 * keep other sites, frames and scripts out. Pages that are the same for everybody come from the
 * page cache with a policy of their own.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  // Next would answer 500.
  if (!isDecodable(request.nextUrl.pathname))
    return new NextResponse('The address is not valid UTF-8.', BAD_REQUEST);
  // They are the same for everybody: a cookie would keep them out of shared caches.
  if (request.nextUrl.pathname.startsWith('/pictures/')) return NextResponse.next();
  if (isInnerRoute(request.nextUrl.pathname)) return new NextResponse('There is no such page.', NOT_FOUND);
  const refused = await refusalOf(request);
  if (refused) return refused;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && !IN_DEVELOPMENT && isCachedPage(request.nextUrl.pathname))
    return withFixedHeaders(NextResponse.next());

  const config = readConfig();
  const nonce = `'nonce-${crypto.randomUUID()}'`;
  const policy = contentSecurityPolicy({
    eventOrigin: new URL(config.clickstreamEndpoint).origin,
    // Development tools evaluate code and write styles into the page; a built shop never does.
    scripts: [nonce, "'strict-dynamic'", FIRST_PAINT_SOURCE, ...(IN_DEVELOPMENT ? ["'unsafe-eval'"] : [])],
    styles: [IN_DEVELOPMENT ? "'unsafe-inline'" : nonce],
  });

  const renewal = await renewSession(request, config);
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and adds it to its scripts.
  headers.set('content-security-policy', policy);
  headers.set(LANGUAGE_HEADER, readAddress(request.nextUrl.pathname).language);

  const response = NextResponse.next({ request: { headers } });
  renewal?.applyTo(response);
  response.headers.set('content-security-policy', policy);
  return withFixedHeaders(response);
}

/** The answer to a form of another site, or too large, and to one request too many; else null. */
async function refusalOf({ method, nextUrl, headers }: NextRequest): Promise<NextResponse | null> {
  const sent = { method, headers, path: nextUrl.pathname };
  if (isForeign(sent)) return new NextResponse('Forms of other sites are refused.', FORBIDDEN);
  if (isTooLarge(sent)) return new NextResponse('The form is too large.', TOO_LARGE);
  const seconds = await secondsToWait(sent);
  if (seconds === null) return null;
  return new NextResponse(`Too many requests. Please wait ${seconds} seconds and try again.`, {
    status: 429,
    headers: { ...FIXED_HEADERS, 'retry-after': String(seconds) },
  });
}

function withFixedHeaders(response: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(FIXED_HEADERS)) response.headers.set(name, value);
  return response;
}

const BAD_REQUEST = { status: 400, headers: FIXED_HEADERS };
const FORBIDDEN = { status: 403, headers: FIXED_HEADERS };
const TOO_LARGE = { status: 413, headers: FIXED_HEADERS };
const NOT_FOUND = { status: 404, headers: FIXED_HEADERS };

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

export const config = { matcher: '/((?!_next/static|icon.svg|favicon.ico).*)' };
