import type { Table } from '@clickstream/dw-models/tables';

/** Columns with the id of a shopper, a visit, a cart or an order. */
const IDS = new Set(['session_id', 'client_id', 'user_id', 'cart_id', 'order_id', 'buyer', 'shopper']);

/** Hexadecimal digits at the end of an id, which are random, that give way to the copy's number. */
const DIGITS = 4;

/** Copies that the digits can number. */
export const MOST_COPIES = 16 ** DIGITS;

/**
 * The expressions that make row `seed` the row of copy `copy`, of `copies`: it has ids of its own
 * of the same length and the same time, and everything else is equal. Numbers of objects are
 * counted again, so that those of all copies follow each other in time.
 */
export function copiedRow({ columns }: Table, copies: number): string {
  return Object.entries(columns)
    .map(([name, { type }]) => {
      const own = `seed.${name}`;
      if (type === 'uuid') return `(${numbered(`${own}::text`)})::uuid`;
      if (IDS.has(name)) return numbered(own);
      if (name === 'object_key') return `${own} || '-' || copy`;
      if (name === 'object_id' || name === 'source_object_id') return `(${own} - 1) * ${copies} + copy + 1`;
      return own;
    })
    .join(', ');
}

const numbered = (id: string): string => `left(${id}, -${DIGITS}) || lpad(to_hex(copy), ${DIGITS}, '0')`;
