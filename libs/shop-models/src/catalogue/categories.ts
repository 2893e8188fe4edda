export const CATEGORY_SLUGS = ['laptops', 'monitors', 'accessories'] as const;

/** A department of the shop, as in URLs. */
export type CategorySlug = (typeof CATEGORY_SLUGS)[number];

export interface CatalogueCategory {
  readonly slug: CategorySlug;
  readonly name: string;
  readonly tagline: string;
}

/** The shop's departments in the order of its menu. */
export const CATEGORIES: readonly CatalogueCategory[] = [
  { slug: 'laptops', name: 'Laptops', tagline: 'Light ones, strong ones, and one made to be dropped.' },
  { slug: 'monitors', name: 'Monitors', tagline: 'From a second screen in your bag to a wall of work.' },
  {
    slug: 'accessories',
    name: 'Accessories',
    tagline: 'Keyboards, mice, sound, docks and bags that outlive the laptop.',
  },
];
