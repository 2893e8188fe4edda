import { createHash } from 'node:crypto';

/**
 * Content security policy: a page loads from itself, connects to itself and the event endpoint, and
 * is never framed.
 *
 * @param {object} parts
 * @param {string} parts.eventOrigin origin that the tracker posts to; empty when it is not known
 * @param {readonly string[]} parts.scripts sources of scripts in the page, in addition to its files
 * @param {readonly string[]} [parts.styles] sources of styles in the page, in addition to its files
 */
export function contentSecurityPolicy({ eventOrigin, scripts, styles = [] }) {
  return [
    "default-src 'self'",
    ['script-src', "'self'", ...scripts].join(' '),
    ['style-src', "'self'", ...styles].join(' '),
    // React hides streamed content by a style attribute.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${eventOrigin}`.trim(),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The source that allows a script by its text.
 *
 * @param {string} text
 */
export const hashSource = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The sources of all scripts that are written into a page, each once.
 *
 * @param {string} html
 */
export function hashSourcesIn(html) {
  const texts = [...html.matchAll(/<script(\s[^>]*)?>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes))
    .map(([, , text = '']) => text);
  return [...new Set(texts.filter(Boolean).map(hashSource))];
}
