import { LIMITS } from '@clickstream/event-schema';
import { amountOf, countOf, idOf, moneyOf, objectOf, textOf } from '@clickstream/event-schema/normalize';
import { withoutNulls } from '../../text/without-nulls';

/** One line of a cart or an order, as column `items` stores it. */
export interface BoughtItem {
  readonly id: string;
  readonly name?: string;
  readonly category?: string;
  readonly brand?: string;
  /** Price of one piece, in the currency's smallest unit. */
  readonly price?: number;
  readonly discountPrice?: number;
  readonly quantity: number;
}

/**
 * Reads the lines of a cart or an order. Lines without a product id, or with less than one piece,
 * are left out.
 *
 * @returns null when there is no list
 */
export function boughtItemsOf(value: unknown): BoughtItem[] | null {
  if (!Array.isArray(value)) return null;
  return value.slice(0, LIMITS.maxItems).flatMap((line: unknown) => {
    const item = objectOf(line);
    const id = idOf(item?.['id']);
    if (!item || id === null || (amountOf(item['quantity']) ?? 1) <= 0) return [];
    return [
      withoutNulls({
        id,
        name: textOf(item['name']),
        category: textOf(item['category']),
        brand: textOf(item['brand']),
        price: moneyOf(item['price']),
        discountPrice: moneyOf(item['discountPrice']),
        quantity: countOf(item['quantity'], 1) ?? 1,
      }),
    ];
  });
}
