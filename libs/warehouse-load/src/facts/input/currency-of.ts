import type { FactRow } from './fact-row';

/**
 * The currency of an event's amounts, as ISO 4217 writes it, so that one currency in two spellings
 * does not count as two.
 */
export function currencyOf({ currency }: Pick<FactRow, 'currency'>): string | null {
  return currency?.trim().toUpperCase() || null;
}
