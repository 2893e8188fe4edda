import type { Product } from '@clickstream/event-schema';
import { browserStorage } from '@clickstream/tracker';
import { MOST_PLACES, type Place } from './place';
import { mayRemember, sessionId } from '../storefront-tracker';

/** One of the tracker's keys, so that it is forgotten with them. */
const KEY = 'clickstream.shop.lists';

const storage = browserStorage(mayRemember);

/** Lists by product, the last chosen first, in one session. */
interface Places {
  readonly session: string | undefined;
  readonly lists: Readonly<Record<string, readonly [name: string, position: number | null]>>;
}

/** Remembers the list of a chosen product; where nothing may be stored, on this page only. */
export function rememberList({ id, listName, position }: Product): void {
  if (!listName) return;
  const others = Object.entries(readPlaces().lists).filter(([other]) => other !== id);
  const kept = others.slice(0, MOST_PLACES - 1);
  const lists = { [id]: [listName, position ?? null], ...Object.fromEntries(kept) };
  storage.set(KEY, JSON.stringify({ session: sessionId(), lists }));
}

/** Remembers for a variant the list in which the one before it was chosen, if any. */
export function keepList(variantBefore: string, variant: string): void {
  rememberList({ ...inLastList({ id: variantBefore }), id: variant });
}

/** A product with the list and the position in which it was chosen last in this session, if any. */
export function inLastList(product: Product): Product {
  const place = product.listName ? undefined : readPlaces().lists[product.id];
  return place ? { ...product, listName: place[0], position: place[1] } : product;
}

/** The places in which this session's products were chosen last. */
export function lastPlaces(): Place[] {
  return Object.entries(readPlaces().lists).map(([productId, [listName, position]]) => ({
    productId,
    listName,
    position,
  }));
}

/** A cart or an order, each of its products with its list. */
export function withLastLists<Part extends { readonly items?: Product[] | null }>(part: Part): Part {
  return part.items ? { ...part, items: part.items.map(inLastList) } : part;
}

function readPlaces(): Places {
  const nothing = { session: sessionId(), lists: {} };
  try {
    const places = JSON.parse(storage.get(KEY) ?? 'null') as Places | null;
    return places?.lists && places.session === nothing.session ? places : nothing;
  } catch {
    return nothing;
  }
}
