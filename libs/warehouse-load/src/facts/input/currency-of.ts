import type { FactRow } from './fact-row';

/**
 * The currency of an event's amounts, as ISO 4217 writes it: one currency must not be two
 * because of a letter's case.
 */
export function currencyOf({ currency }: Pick<FactRow, 'currency'>): string | null {
  return currency?.trim().toUpperCase() || null;
}
