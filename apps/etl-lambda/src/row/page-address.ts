import { remembering } from './remembering';

/** What a page's address tells. */
export interface PageAddress {
  /** Lower case, without port and a leading `www.`; null for a relative address. */
  readonly host: string | null;
  readonly path: string | null;
  /** Without the question mark; '' when there is none. */
  readonly query: string;
}

/** The campaign that an address names. */
export interface Campaign {
  readonly source: string | null;
  readonly medium: string | null;
  readonly name: string | null;
  readonly term: string | null;
  readonly content: string | null;
  /** The advertiser whose click id the address carries: the id's parameter, such as `gclid`. */
  readonly clickId: string | null;
}

const NO_ADDRESS: PageAddress = { host: null, path: null, query: '' };
const NO_CAMPAIGN: Campaign = {
  source: null,
  medium: null,
  name: null,
  term: null,
  content: null,
  clickId: null,
};

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(?::\d*)?)?([^?#]*)(?:\?([^#]*))?/i;
const CLICK_IDS = [
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'msclkid',
  'yclid',
  'fbclid',
  'igshid',
  'ttclid',
  'twclid',
  'li_fat_id',
  'zclid',
];
const MAY_NAME_A_CAMPAIGN = /utm_|clid|clkid|braid|igshid|li_fat_id/;

/** Splits an address, absolute or relative, without refusing any. */
export function pageAddressOf(url: string | null): PageAddress {
  return url === null ? NO_ADDRESS : splitAddress(url);
}

const splitAddress = remembering((url): PageAddress => {
  const [, host, path, query] = ADDRESS.exec(url) ?? [];
  if (path === undefined) return NO_ADDRESS;
  return {
    host: host ? host.toLowerCase().replace(/^www\./, '') : null,
    path: path || (host ? '/' : null),
    query: query ?? '',
  };
});

/** Reads the UTM parameters and click ids of a query. */
export function campaignOf(query: string): Campaign {
  return MAY_NAME_A_CAMPAIGN.test(query) ? readCampaign(query) : NO_CAMPAIGN;
}

const readCampaign = remembering((query): Campaign => {
  const values = new URLSearchParams(query);
  const text = (name: string): string | null => values.get(name)?.trim().slice(0, 200) || null;
  return {
    source: text('utm_source'),
    medium: text('utm_medium'),
    name: text('utm_campaign'),
    term: text('utm_term'),
    content: text('utm_content'),
    clickId: CLICK_IDS.find((name) => values.get(name)) ?? null,
  };
});
