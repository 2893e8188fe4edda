import { NextResponse, type NextRequest } from 'next/server';
import { renewSession } from './account/renew-session';
import { readConfig } from './config';
import { contentSecurityPolicy, FIXED_HEADERS } from './security-headers';

/**
 * Runs before every page: renews an expired session, and sets the headers that keep other sites,
 * frames and scripts out. The policy names the event endpoint, so it is built from the
 * configuration of this process.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  // Next would answer 500.
  if (!isDecodable(request.nextUrl.pathname))
    return new NextResponse('The address is not valid UTF-8.', BAD_REQUEST);
  // They are the same for everybody: a cookie would keep them out of shared caches.
  if (request.nextUrl.pathname.startsWith('/pictures/')) return NextResponse.next();
  const config = readConfig();
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy({
    nonce,
    eventOrigin: new URL(config.clickstreamEndpoint).origin,
    development: process.env.NODE_ENV === 'development',
  });

  const renewal = await renewSession(request, config.cognito);
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and adds it to its scripts.
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  renewal?.applyTo(response);
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(FIXED_HEADERS)) response.headers.set(name, value);
  return response;
}

const BAD_REQUEST = { status: 400, headers: FIXED_HEADERS };

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

export const config = { matcher: '/((?!_next/static|icon.svg|favicon.ico).*)' };
