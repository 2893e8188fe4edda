import type { SearchSuggestions } from '../shop/gateway';

/** A page that a search which is still being typed may be about. */
export interface Suggestion {
  readonly label: string;
  /** A word on the label: the kind of the product. */
  readonly detail: string;
  readonly href: string;
}

/** Suggestions in the order in which they are shown: departments, then products. */
export function toSuggestions({ categories, products }: SearchSuggestions): Suggestion[] {
  return [
    ...categories.map(({ slug, name }) => ({
      label: `All ${name.toLowerCase()}`,
      detail: 'Department',
      href: `/category/${slug}`,
    })),
    ...products.map(({ slug, name, kind }) => ({ label: name, detail: kind, href: `/product/${slug}` })),
  ];
}
