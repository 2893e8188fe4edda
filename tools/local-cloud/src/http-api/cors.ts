import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { ANY_ORIGIN } from './cors-origins';

export interface CorsPolicy {
  /** Pages that may read answers, with their cookies; `*` alone lets in every page without them. */
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  /** Headers of an answer that its page may read. */
  readonly exposeHeaders: readonly string[];
  readonly maxAgeSeconds: number;
}

/** CORS rules of these origins, the same as those of the stack in apps/infra. */
export function corsPolicy(allowOrigins: readonly string[]): CorsPolicy {
  return {
    allowOrigins,
    allowMethods: ['POST', 'OPTIONS'],
    // Segment's tracker names its write key and counts its tries; Snowplow's
    // asks not to be recognized.
    allowHeaders: ['authorization', 'content-type', 'x-retry-count', 'sp-anonymous'],
    exposeHeaders: ['retry-after'],
    maxAgeSeconds: 3600,
  };
}

/**
 * The CORS headers of an answer, as API Gateway sets them on an API with a CORS configuration. An
 * origin that is not listed gets none, and the browser then hides the answer from the page.
 */
export function corsHeaders(request: IncomingHttpHeaders, policy: CorsPolicy): OutgoingHttpHeaders {
  const origin = allowedOrigin(request.origin, policy);
  // A cache must not give one page's answer to the page of another origin.
  const vary = policy.allowOrigins.includes(ANY_ORIGIN) ? {} : { vary: 'origin' };
  if (!origin) return vary;
  return {
    ...vary,
    'access-control-allow-origin': origin,
    ...(origin === ANY_ORIGIN ? {} : { 'access-control-allow-credentials': 'true' }),
    'access-control-expose-headers': policy.exposeHeaders.join(','),
    ...(request['access-control-request-method'] ? preflightHeaders(policy) : {}),
  };
}

function allowedOrigin(origin: string | undefined, { allowOrigins }: CorsPolicy): string | undefined {
  if (origin === undefined) return undefined;
  if (allowOrigins.includes(ANY_ORIGIN)) return ANY_ORIGIN;
  return allowOrigins.includes(origin) ? origin : undefined;
}

function preflightHeaders(policy: CorsPolicy): OutgoingHttpHeaders {
  return {
    'access-control-allow-methods': policy.allowMethods.join(','),
    'access-control-allow-headers': policy.allowHeaders.join(','),
    'access-control-max-age': String(policy.maxAgeSeconds),
  };
}

/** An answer's headers without those that API Gateway ignores because it sets them itself. */
export function withoutCorsHeaders(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.toLowerCase().startsWith('access-control-')),
  );
}
