import type { CategorySlug, Picture } from '../catalogue';

/** A product as lists and carts show it. Money is whole VND with value added tax. */
export interface Product {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly category: CategorySlug;
  readonly kind: string;
  readonly brand: string;
  readonly price: number;
  readonly discountPrice: number | null;
  readonly tagline: string;
  readonly picture: Picture;
  /** Pieces that one cart can have now. Never more than a cart holds, so it tells no stock. */
  readonly available: number;
  /** The values of its options, such as `32 GB, Silver`; absent without a family. */
  readonly variant?: string;
  /** In a list: how many its family has, and the lowest price if it stands for all of them. */
  readonly family?: { readonly count: number; readonly from: number | null };
}

/** One product of a family, with its options in their order. */
export interface Variant extends Product {
  readonly options: readonly (readonly [label: string, value: string])[];
}
