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
}
