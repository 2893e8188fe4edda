import { AMOUNT_DECIMALS } from '@clickstream/event-schema/normalize';

/** The sum of amounts as a decimal, without the rounding errors of floating point. */
export function exactSum(amounts: readonly number[]): string {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (Number.isSafeInteger(sum) && amounts.every(Number.isSafeInteger)) return String(sum);
  const units = amounts.reduce(
    (total, amount) => total + BigInt(amount.toFixed(AMOUNT_DECIMALS).replace('.', '')),
    0n,
  );
  const digits = String(units < 0n ? -units : units).padStart(AMOUNT_DECIMALS + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -AMOUNT_DECIMALS)}.${digits.slice(-AMOUNT_DECIMALS)}`;
}
