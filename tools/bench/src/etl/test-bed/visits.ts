import {
  newEventId,
  newVisitorId,
  SCHEMA_VERSION,
  type ClickstreamEvent,
  type EventEnvelope,
  type Product,
} from '@clickstream/event-schema';

/** Numbers from 0 to 1 that are the same in every run. */
export type Random = () => number;

/** A small generator of the same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const BRANDS = ['Norden', 'Kestrel', 'Lumen', 'Vantage', 'Tidal'];
const CATEGORIES = ['laptops', 'monitors', 'accessories'];

const CATALOGUE: readonly Product[] = Array.from({ length: 120 }, (_, index) => {
  const brand = BRANDS[index % BRANDS.length] ?? '';
  return {
    id: `SKU-${1000 + index}`,
    name: `${brand} Series ${10 + (index % 9)} model ${index}`,
    category: CATEGORIES[index % CATEGORIES.length],
    brand,
    price: 1_990_000 + index * 250_000,
    discountPrice: index % 3 === 0 ? 1_790_000 + index * 240_000 : null,
    urlPath: `/product/${brand.toLowerCase()}-series-${index}`,
  };
});

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
];

const HOST = 'https://shop.example';

/** A line as ingest stores it, and when it happened. */
export interface StoredEvent {
  readonly time: number;
  readonly line: string;
}

/**
 * One shopper's visit, from a landing page to, sometimes, an order: about nine
 * events over a few minutes.
 *
 * @param startedAt milliseconds since 1970
 */
export function visitEvents(random: Random, startedAt: number): StoredEvent[] {
  const events: StoredEvent[] = [];
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const userAgent = pick(AGENTS);
  const isSignedIn = random() < 0.2;
  const visitor: EventEnvelope = {
    clientId: newVisitorId(startedAt - Math.floor(random() * 30 * 86_400_000)),
    sessionId: newVisitorId(startedAt),
    isFirstVisit: random() < 0.4,
    userId: isSignedIn ? newEventId(startedAt - 86_400_000) : null,
    userLoginState: isSignedIn ? 'logged_in' : 'anonymous',
    identitySource: isSignedIn ? 'cognito_email' : 'anonymous',
  };
  let time = startedAt;
  let pageUrl = `${HOST}/${random() < 0.25 ? '?utm_source=newsletter&utm_medium=email&utm_campaign=autumn' : ''}`;
  let referrer = random() < 0.5 ? 'https://www.google.com/' : '';
  let pageTitle = 'Laptops, monitors and accessories';

  const track = (event: Partial<ClickstreamEvent> & { eventName: string }): void => {
    time += 500 + Math.floor(random() * 20_000);
    const stored = {
      ...event,
      eventId: newEventId(time),
      eventTimestamp: new Date(time).toISOString(),
      schemaVersion: SCHEMA_VERSION,
      ...visitor,
      pageUrl,
      referrer,
      pageTitle,
      _ingest: {
        receivedAt: new Date(time + 1500).toISOString(),
        requestId: newEventId(time),
        sourceIp: '203.0.113.0',
        userAgent,
        sentAt: new Date(time + 1000).toISOString(),
      },
    };
    events.push({ time, line: JSON.stringify(stored) });
  };
  const goTo = (path: string, title: string): void => {
    referrer = pageUrl;
    pageUrl = `${HOST}${path}`;
    pageTitle = title;
    track({ eventName: 'page_view' });
  };

  track({ eventName: 'page_view' });
  track({ eventName: 'home_view' });
  const category = pick(CATEGORIES);
  goTo(`/category/${category}`, `All ${category}`);
  const shown = CATALOGUE.filter((product) => product.category === category).slice(0, 6);
  track({
    eventName: 'product_list_view',
    list: {
      name: `category:${category}`,
      items: shown.map((product, index) => ({ ...product, position: index + 1 })),
    },
  });
  const looks = Math.floor(random() * 4);
  for (let look = 0; look < looks; look++) {
    const product = pick(CATALOGUE);
    track({
      eventName: 'click',
      element: { tag: 'a', id: null, role: null, text: product.name, dataset: {} },
    });
    goTo(product.urlPath ?? '/', product.name ?? '');
    track({ eventName: 'product_view', product });
    if (random() < 0.75) continue;
    const price = product.discountPrice ?? product.price ?? 0;
    const cart = {
      cartId: visitor.sessionId,
      value: price,
      currency: 'VND',
      items: [{ ...product, quantity: 1 }],
    };
    track({ eventName: 'add_to_cart_click', product: { ...product, quantity: 1 }, cart });
    if (random() < 0.6) continue;
    goTo('/checkout', 'Checkout');
    track({ eventName: 'checkout_start', cart });
    if (random() < 0.5) continue;
    const order = {
      orderId: newEventId(time),
      revenue: price + 30_000,
      shipping: 30_000,
      currency: 'VND',
      items: cart.items,
    };
    track({ eventName: 'checkout_complete', order });
  }
  return events;
}
