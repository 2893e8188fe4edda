import { textOf } from '../../normalize/field-values';

/**
 * A decimal as a whole number of millionths, the precision in which the warehouse stores an amount.
 */
const DECIMALS = 6;
const SCALE = 10n ** BigInt(DECIMALS);

/** A decimal text in millionths; 0 for anything else. */
export function millionthsOf(decimal: unknown): bigint {
  const text = textOf(decimal)?.trim() ?? '';
  const [, sign, whole = '', fraction = ''] = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const size = BigInt(`0${whole}`) * SCALE + BigInt(fraction.padEnd(DECIMALS, '0').slice(0, DECIMALS));
  return sign === '-' ? -size : size;
}

/** The product of two decimals in millionths, in millionths. */
export const timesMillionths = (one: bigint, other: bigint): bigint => (one * other) / SCALE;

/**
 * An amount in the smallest unit of its currency, from millionths of the currency; it may have a
 * fraction.
 */
export function minorUnits(millionths: bigint, digits: number): number {
  return Number(millionths) / 10 ** (DECIMALS - digits);
}
