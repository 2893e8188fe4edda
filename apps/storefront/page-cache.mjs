import cache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { contentSecurityPolicy, hashSourcesIn } from './content-security-policy.mjs';
import { withWaitingScripts } from './waiting-scripts.mjs';

/**
 * Next's own cache of pages, in memory. A page that it keeps is the same for everybody, so it
 * cannot have a nonce; its policy names the scripts in it by their hashes instead, and is kept with
 * it.
 */
export default class PageCache extends cache.default {
  /**
   * @param {string} key
   * @param {{ kind: string, html: string, headers?: Record<string, unknown> } | null} page
   * @param {object} context
   */
  async set(key, page, context) {
    if (page?.kind === 'APP_PAGE') {
      // Next answers the first request with this object, too.
      page.html = withWaitingScripts(page.html);
      page.headers = { ...page.headers, 'content-security-policy': policyOf(page.html) };
    }
    return super.set(key, page, context);
  }
}

/** @param {string} html */
function policyOf(html) {
  const endpoint = process.env.CLICKSTREAM_ENDPOINT;
  const eventOrigin = endpoint ? new URL(endpoint).origin : '';
  return contentSecurityPolicy({ eventOrigin, scripts: hashSourcesIn(html) });
}
