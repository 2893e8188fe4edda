import type { Table } from '../table';

/** One product, as the latest event that names it describes it. */
export const PRODUCTS = {
  name: 'products',
  primaryKey: ['product_id'],
  columns: {
    product_id: { type: 'text' },
    product_name: { type: 'text', nullable: true },
    category: { type: 'text', nullable: true },
    brand: { type: 'text', nullable: true },
    price: { type: 'numeric', nullable: true },
    seen_at: { type: 'timestamptz' },
    seen_event_id: { type: 'uuid' },
    seen_sequence: { type: 'integer', nullable: true },
  },
} as const satisfies Table;
