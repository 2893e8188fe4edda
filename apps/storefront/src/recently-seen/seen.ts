import { browserStorage } from '@clickstream/tracker';
import { mayRemember } from '../tracking/storefront-tracker';

/** A product as this browser remembers it. It has no price, which would be of then. */
export interface SeenProduct {
  readonly slug: string;
  readonly name: string;
  /** The address of its picture. */
  readonly picture: string;
}

/** One of the tracker's keys, so that it is forgotten with them. */
const KEY = 'clickstream.shop.seen';
const KEPT = 7;

const storage = browserStorage(mayRemember);

/** Puts a product before those seen earlier; where nothing may be stored, for this page only. */
export function rememberSeen(product: SeenProduct): void {
  const others = seenIn(seenText()).filter(({ slug }) => slug !== product.slug);
  storage.set(KEY, JSON.stringify([product, ...others].slice(0, KEPT)));
}

/** Everything that is remembered, as it is stored. */
export const seenText = (): string => storage.get(KEY) ?? '[]';

/** The products in a stored text; none in one that somebody else has written. */
export function seenIn(text: string): SeenProduct[] {
  try {
    const seen: unknown = JSON.parse(text);
    return Array.isArray(seen) ? seen.filter(isSeenProduct) : [];
  } catch {
    return [];
  }
}

function isSeenProduct(value: unknown): value is SeenProduct {
  const { slug, name, picture } = (value ?? {}) as Partial<SeenProduct>;
  return (
    typeof name === 'string' &&
    /^[a-z0-9-]+$/.test(String(slug)) &&
    typeof picture === 'string' &&
    picture.startsWith('/pictures/')
  );
}
