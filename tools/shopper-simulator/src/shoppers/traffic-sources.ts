import type { Random } from '../random/random';

/** A source of traffic to the shop. */
export interface TrafficSource {
  readonly name: string;
  /** The page that sent the shopper; empty when they typed the address. */
  readonly referrer: string;
  /** Query of the landing page's address, without its `?`. `{click}` becomes a click id. */
  readonly query: string;
  /** Landing pages: the front page, a category or a product. */
  readonly landings: readonly (readonly [landing: 'home' | 'category' | 'product', weight: number])[];
  /** Factor on the probability that its shoppers buy. */
  readonly appetite: number;
  /** Share of visits by people who come for the first time, and of those who were here before. */
  readonly share: { readonly first: number; readonly again: number };
}

const ANYWHERE = [['home', 5], ['category', 2], ['product', 3]] as const; // prettier-ignore
const PRODUCTS = [['home', 1], ['category', 2], ['product', 7]] as const; // prettier-ignore
const OFFERS = [['home', 3], ['category', 6], ['product', 3]] as const; // prettier-ignore

const campaign = (source: string, medium: string, name: string, clickId = '') =>
  `utm_source=${source}&utm_medium=${medium}&utm_campaign=${name}${clickId && `&${clickId}={click}`}`;

/** Sources of shoppers, as shares of a hundred first visits and a hundred later ones. */
export const TRAFFIC_SOURCES: readonly TrafficSource[] = [
  { name: 'typed', referrer: '', query: '', landings: ANYWHERE, appetite: 1.1, share: { first: 12, again: 38 } },
  { name: 'google', referrer: 'https://www.google.com/', query: '', landings: PRODUCTS, appetite: 1.15, share: { first: 26, again: 16 } },
  { name: 'coccoc', referrer: 'https://coccoc.com/', query: '', landings: PRODUCTS, appetite: 1, share: { first: 5, again: 3 } },
  { name: 'google ads, gaming', referrer: 'https://www.google.com/', query: campaign('google', 'cpc', 'gaming-laptops', 'gclid'), landings: OFFERS, appetite: 1.3, share: { first: 10, again: 4 } },
  { name: 'google ads, shopping', referrer: 'https://www.google.com/', query: campaign('google', 'cpc', 'shopping-monitors', 'gclid'), landings: PRODUCTS, appetite: 1.4, share: { first: 7, again: 4 } },
  { name: 'facebook ads', referrer: 'https://www.facebook.com/', query: campaign('facebook', 'paid_social', 'back-to-desk', 'fbclid'), landings: OFFERS, appetite: 0.5, share: { first: 15, again: 5 } },
  { name: 'facebook', referrer: 'https://l.facebook.com/', query: 'fbclid={click}', landings: ANYWHERE, appetite: 0.6, share: { first: 8, again: 5 } },
  { name: 'tiktok ads', referrer: 'https://www.tiktok.com/', query: campaign('tiktok', 'paid_social', 'setup-tour', 'ttclid'), landings: PRODUCTS, appetite: 0.3, share: { first: 9, again: 2 } },
  { name: 'zalo', referrer: 'https://chat.zalo.me/', query: '', landings: PRODUCTS, appetite: 0.9, share: { first: 3, again: 4 } },
  { name: 'newsletter', referrer: '', query: campaign('newsletter', 'email', 'weekly-deals'), landings: OFFERS, appetite: 1.9, share: { first: 0, again: 14 } },
  { name: 'voz', referrer: 'https://voz.vn/', query: '', landings: PRODUCTS, appetite: 1.2, share: { first: 5, again: 5 } },
]; // prettier-ignore

/** The source of a shopper's visit. */
export function trafficSource(isFirstVisit: boolean, random: Random): TrafficSource {
  return random.weighted(
    TRAFFIC_SOURCES.map((source) => [source, isFirstVisit ? source.share.first : source.share.again]),
  );
}

/** The query of the landing page, with a new click id. */
export function landingQuery(source: TrafficSource, random: Random): string {
  const clickId = Buffer.from(random.bytes(18)).toString('base64url');
  return source.query.replace('{click}', clickId);
}
