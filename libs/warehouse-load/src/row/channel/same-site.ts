import { getDomain } from 'tldts';
import { memoize } from '@clickstream/event-schema/normalize';

/**
 * True when two hosts belong to one owner: the same host, or hosts of one registrable domain by the
 * public suffix list. `m.shop.com.vn` and `checkout.shop.com.vn` are one site; two shops on
 * `myshopify.com` are not.
 */
export function isSameSite(one: string, other: string): boolean {
  if (one === other) return true;
  const domain = siteOf(one);
  return domain !== null && domain === siteOf(other);
}

const siteOf = memoize((host) => getDomain(host, { allowPrivateDomains: true }));
