import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

export interface CorsPolicy {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  /** Headers of an answer that its page may read. */
  readonly exposeHeaders: readonly string[];
  readonly maxAgeSeconds: number;
}

/** Lets in pages of the storefront on any of these ports, under each address that a person may type. */
export function storefrontCors(ports: readonly number[]): CorsPolicy {
  return {
    allowOrigins: ports.flatMap((port) => [`http://127.0.0.1:${port}`, `http://localhost:${port}`]),
    allowMethods: ['POST', 'OPTIONS'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['retry-after'],
    maxAgeSeconds: 3600,
  };
}

/**
 * The CORS headers of an answer, as API Gateway sets them on an API with a CORS configuration: none for an origin that
 * is not listed, the browser then keeps the answer from the page.
 */
export function corsHeaders(request: IncomingHttpHeaders, policy: CorsPolicy): OutgoingHttpHeaders {
  const { origin } = request;
  if (!origin || !policy.allowOrigins.includes(origin)) return {};
  const headers: OutgoingHttpHeaders = {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': policy.exposeHeaders.join(','),
    vary: 'origin',
  };
  if (request['access-control-request-method']) {
    headers['access-control-allow-methods'] = policy.allowMethods.join(',');
    headers['access-control-allow-headers'] = policy.allowHeaders.join(',');
    headers['access-control-max-age'] = String(policy.maxAgeSeconds);
  }
  return headers;
}

/** An answer's headers without those that API Gateway ignores because it sets them itself. */
export function withoutCorsHeaders(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.toLowerCase().startsWith('access-control-')),
  );
}
