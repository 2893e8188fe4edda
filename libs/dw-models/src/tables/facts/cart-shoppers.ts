import type { Table } from '../table';

/** A browser that changed a cart, other than the one that began it. */
export const CART_SHOPPERS = {
  name: 'cart_shoppers',
  primaryKey: ['cart_id', 'shopper'],
  columns: {
    cart_id: { type: 'text' },
    shopper: { type: 'text' },
  },
  indexes: { cart_shoppers_shopper: { columns: ['shopper'] } },
} as const satisfies Table;
