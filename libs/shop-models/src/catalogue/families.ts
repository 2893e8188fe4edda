import type { CatalogueProduct } from './catalogue-product';
import { families } from './products/families.json';

/** An option of a product and its value, such as Memory and 32 GB. */
export type Option = readonly [label: string, value: string];

/** A product that is one of a family: the same but for these options. */
export interface CatalogueVariant extends CatalogueProduct {
  /** The id of the product that stands for the family in lists. */
  readonly family: string;
  readonly options: readonly Option[];
}

interface Family {
  readonly of: string;
  readonly options: readonly Option[];
  readonly variants: readonly (Partial<CatalogueProduct> & { readonly options: readonly Option[] })[];
}

/** A test validates every variant against the schema of products, so the file is trusted here. */
const FAMILIES = families as unknown as readonly Family[];

/** The family of a product that stands for one in lists, and its options. */
export const FAMILY_OF: ReadonlyMap<string, readonly Option[]> = new Map(
  FAMILIES.map(({ of, options }) => [of, options]),
);

/** The other products of each family: what they do not say, they have of the one in lists. */
export function variantsOf(products: readonly CatalogueProduct[]): CatalogueVariant[] {
  return FAMILIES.flatMap(({ of, variants }) => {
    const first = products.find(({ id }) => id === of);
    if (!first) throw new Error(`The family of ${of} has no such product in the catalogue.`);
    return variants.map(({ specs = [], picture, pieces, ...variant }) => ({
      ...first,
      ...variant,
      pieces,
      family: of,
      specs: withSpecs(first.specs, specs),
      picture: { ...first.picture, ...picture } as CatalogueProduct['picture'],
    }));
  });
}

function withSpecs(
  all: CatalogueProduct['specs'],
  other: CatalogueProduct['specs'],
): CatalogueProduct['specs'] {
  const values = new Map(other);
  return all.map(([label, value]) => [label, values.get(label) ?? value]);
}
