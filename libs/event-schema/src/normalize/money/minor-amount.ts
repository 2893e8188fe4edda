import { AMOUNT_DECIMALS, amountOf, currencyOf } from '../field-values';
import { wholeNumberInText } from './number-in-text';

/** Digits after the point of the currencies that do not have two (ISO 4217). */
const OTHER_DIGITS: Readonly<Record<string, number>> = {
  ...digitsOf(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digitsOf(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digitsOf(4, 'CLF UYW'),
};

function digitsOf(digits: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, digits]));
}

/**
 * Digits after the point of a currency; 0 for an unknown currency, as for amounts that are already
 * whole.
 */
export function currencyDigits(currency: unknown): number {
  if (typeof currency !== 'string' || currency === '') return 0;
  return OTHER_DIGITS[currencyOf(currency) ?? ''] ?? 2;
}

/**
 * An amount in the smallest unit of its currency, from one in whole units: 30.03 USD are 3003.
 * Fractions of the smallest unit remain: 0.125 are 12.5. In a currency without a smaller unit,
 * `25,990` in text can mean one number only.
 *
 * @returns null when it is not an amount
 */
export function minorAmount(value: unknown, currency: unknown): number | null {
  const amount = isInGroups(value, currency) ? wholeNumberInText(value) : amountOf(value);
  const digits = currencyDigits(currency);
  if (amount === null || digits === 0) return amount;
  // A double holds 10.01 as slightly less: an amount keeps the digits with which it was written.
  return Number((amount * 10 ** digits).toFixed(AMOUNT_DECIMALS));
}

/** True when an amount is text in groups of three, in a currency without decimals. */
export function isInGroups(value: unknown, currency: unknown): value is string {
  if (typeof value !== 'string' || currencyOf(currency) === null) return false;
  return currencyDigits(currency) === 0 && !Number.isNaN(wholeNumberInText(value));
}
