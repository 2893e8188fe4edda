/** The orders that a category can be shown in. */
export const SORT_ORDERS = ['recommended', 'price-up', 'price-down', 'newest'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];
