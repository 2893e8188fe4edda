import { amountOf } from '../../normalize/field-values';
import type { Fields } from './snake-names';

/**
 * The sum of the lines of an order or a refund, at the price that was paid. Null without lines, and
 * where one of them has no price.
 */
export function sumOfLines(lines: readonly Fields[]): number | null {
  let sum = 0;
  for (const { price, discountPrice, quantity } of lines) {
    const paid = amountOf(discountPrice) ?? amountOf(price);
    if (paid === null) return null;
    sum += paid * (amountOf(quantity) ?? 1);
  }
  return lines.length === 0 ? null : amountOf(sum);
}
