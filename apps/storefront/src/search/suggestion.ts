import type { SearchSuggestions } from '../shop/gateway';
import type { Words } from '../words';
import { fill } from '../words/sentences';

/** A page that a search which is still being typed may be about. */
export interface Suggestion {
  readonly label: string;
  /** A word on the label: the kind of the product. */
  readonly detail: string;
  /** Path of the page, without a language. */
  readonly href: string;
}

/** Suggestions in the order in which they are shown: departments, then products. */
export function toSuggestions(
  { categories, products }: SearchSuggestions,
  { search, departments }: Words['browse'],
): Suggestion[] {
  return [
    ...categories.map(({ slug }) => ({
      label: fill(search.allOf, { department: departments[slug].name.toLowerCase() }),
      detail: search.department,
      href: `/category/${slug}`,
    })),
    ...products.map(({ slug, name, kind }) => ({ label: name, detail: kind, href: `/product/${slug}` })),
  ];
}
