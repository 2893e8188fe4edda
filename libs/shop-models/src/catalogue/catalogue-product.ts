import type { Picture } from './picture';

export const CATEGORY_SLUGS = ['laptops', 'monitors', 'accessories'] as const;

/** The three departments of the shop, as they stand in its addresses. */
export type CategorySlug = (typeof CATEGORY_SLUGS)[number];

export interface CatalogueCategory {
  slug: CategorySlug;
  name: string;
  tagline: string;
}

/** One product as the shop sells it. Money is whole VND and includes value added tax. */
export interface CatalogueProduct {
  id: string;
  slug: string;
  name: string;
  category: CategorySlug;
  /** What it is called in a shop, for example "Mechanical keyboard". */
  kind: string;
  brand: string;
  price: number;
  /** The price asked today, below `price`, or null when there is no offer. */
  discountPrice: number | null;
  /** One line for a list: the two or three things that decide. */
  tagline: string;
  description: string;
  /** Label and value, in the order to show them. */
  specs: readonly (readonly [label: string, value: string])[];
  /** The day it came into the shop, `YYYY-MM-DD`. */
  releasedOn: string;
  /** Other words people look for it with, Vietnamese ones first of all. */
  keywords: string;
  picture: Picture;
}
