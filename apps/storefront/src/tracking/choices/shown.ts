import type { EventName, PayloadOf, Product } from '@clickstream/event-schema';
import type { TrackedEvent } from '@clickstream/tracker';
import { inLastList } from './last-list';

type Promotion = NonNullable<PayloadOf<'view_promotion'>['promotion']>;

const products = new Map<string, Product>();
const promotions = new Map<string, Promotion>();
const keyOf = (list: string, productId: string) => `${list} ${productId}`;

/**
 * Notes what a page shows, so that a click on it is an event with all of its fields, and adds to a
 * product the list in which it was chosen.
 */
export function noteShown<N extends EventName>(event: TrackedEvent<N>): TrackedEvent<N> {
  const [name, payload] = event as unknown as [EventName, object | undefined];
  if (name === 'product_list_view') {
    const { list } = payload as PayloadOf<'product_list_view'>;
    for (const product of list.items) products.set(keyOf(list.name, product.id), product);
  }
  if (name === 'view_promotion') {
    const { promotion } = payload as PayloadOf<'view_promotion'>;
    if (promotion?.id) promotions.set(promotion.id, promotion);
  }
  if (name !== 'product_view') return event;
  const { product } = payload as PayloadOf<'product_view'>;
  return [name, { ...payload, product: inLastList(product) }] as unknown as TrackedEvent<N>;
}

/** A product of a list on this page. */
export const shownProduct = (list: string, productId: string): Product | undefined =>
  products.get(keyOf(list, productId));

/** A promotion on this page. */
export const shownPromotion = (id: string): Promotion | undefined => promotions.get(id);
