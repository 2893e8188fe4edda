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
  /** The list in which the product was chosen, and its position there from 1. */
  readonly list?: string;
  readonly position?: number;
}

/**
 * Reads the lines of a cart or an order. Lines without a product id, or with less than one piece,
 * are left out.
 *
 * @param isOrder true for lines of an order: of a cart, which events tell again and again, lists
 *   are not kept
 * @returns null when there is no list
 */
export function boughtItemsOf(value: unknown, isOrder = false): BoughtItem[] | null {
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
        ...(isOrder && {
          list: textOf(item['listName']),
          position: textOf(item['listName']) === null ? null : countOf(item['position']),
        }),
      }),
    ];
  });
}
