import { REDACTED, scrubUrl } from './scrub-url';

/**
 * Personal numbers: phone numbers with a country's `+`, and those of Vietnam (`0084`, `84`, `0`) in
 * any grouping; card numbers, in fours, 4-6-5 or one piece. Prices and codes of articles do not
 * match; letters or a hyphen before the first digit make it a model or an order number.
 */
const NUMBER =
  /(^|[^\w-])(?:(?:\+\d|(?:00)?84)(?:[\s.()-]{0,2}\d){9,12}|0[235789](?:[\s.()-]{0,2}\d){8,9}|(?:[3-6]\d|2[2-7]|97)\d\d(?:[\s.-]?\d{4}){3}(?:[\s.-]?\d{1,3})?|3\d{3}[\s.-]?\d{6}[\s.-]?\d{4,5})(?!:?\d)/g;

/**
 * Removes e-mail addresses, secrets in addresses, card numbers and phone numbers from text that
 * people write and read. Prices, models and order numbers stay. Never throws.
 */
export const scrubText = (text: string): string => scrubUrl(text).replace(NUMBER, `$1${REDACTED}`);
