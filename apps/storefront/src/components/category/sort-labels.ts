import type { SortOrder } from '../../shop/gateway';

export const SORT_LABELS: Record<SortOrder, string> = {
  recommended: 'Recommended',
  'price-up': 'Lowest price',
  'price-down': 'Highest price',
  newest: 'Newest',
};
