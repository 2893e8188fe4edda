/** The sort orders of a category. */
export const SORT_ORDERS = ['recommended', 'price-up', 'price-down', 'newest'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];
