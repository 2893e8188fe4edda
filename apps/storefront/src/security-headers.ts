interface PolicyParts {
  readonly nonce: string;
  /** Origin that the tracker posts to. */
  readonly eventOrigin: string;
  /** Development tools evaluate code and write styles into the page; a built shop never does. */
  readonly development: boolean;
}

/**
 * Content security policy: a page loads from itself, connects to itself and the event
 * endpoint, and is never framed.
 */
export function contentSecurityPolicy({ nonce, eventOrigin, development }: PolicyParts): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // React hides streamed content by a style attribute.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${eventOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers that are the same on every page. Those of files are in next.config.mjs. */
export const FIXED_HEADERS: Readonly<Record<string, string>> = {
  // A browser accepts it over https only, and then avoids http for this shop for a year.
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
};
