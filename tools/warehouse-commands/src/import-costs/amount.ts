/** Groups of three digits behind a first group that does not begin with 0. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;

/**
 * Reads an amount in the notation of any country: `1,234.50`, `1.234,50`, `1 234,50`, `₫1,234`.
 * A separator before groups of three digits groups thousands, so `1.234` is 1234; any other single
 * separator begins the decimals.
 *
 * @returns a decimal text such as `1234.50`; undefined if it is not an amount of 0 or more
 */
export function readAmount(text: string): string | undefined {
  const digits = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^[^\d.,-]+|[^\d.,]+$/g, '');
  if (GROUPED.test(digits)) return digits.replace(/[.,]/g, '');
  const [, whole = digits, decimals] = /^([\d.,]*\d)[.,](\d+)$/.exec(digits) ?? [];
  if (!/^\d+$/.test(whole) && !GROUPED.test(whole)) return undefined;
  const plain = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return decimals === undefined ? plain : `${plain}.${decimals}`;
}
