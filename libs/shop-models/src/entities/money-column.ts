import type { ColumnOptions } from 'typeorm';

/**
 * Whole VND as bigint: the driver returns bigints as text, and sums of money stay far below 2^53.
 */
export function money(name: string, options: { nullable?: boolean } = {}): ColumnOptions {
  return {
    ...options,
    name,
    type: 'bigint',
    transformer: {
      to: (amount: number | null) => amount,
      from: (stored: string | null) => (stored === null ? null : Number(stored)),
    },
  };
}
