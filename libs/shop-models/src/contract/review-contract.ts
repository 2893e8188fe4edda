import type { ReviewText } from '../reviews/check-review';
import type { Product } from './product';

/** The number of reviews on one page of a list. */
export const REVIEWS_ON_PAGE = 10;

/** A review as everybody sees it. */
export interface ShownReview extends ReviewText {
  readonly reviewId: string;
  readonly writtenAt: string;
  /** Null unless its writer has changed it. */
  readonly editedAt: string | null;
  /** False since its writer was erased: title, text and name are empty then. */
  readonly hasWriter: boolean;
  /** The options of the product that they bought; empty for one without a family. */
  readonly variant: string;
}

/** One page of the reviews of a product, the newest first; the sums are over all pages. */
export interface ProductReviews {
  readonly items: ShownReview[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  /** Null without a review. */
  readonly average: number | null;
  /** Reviews with one star, with two, … with five. */
  readonly byStars: readonly number[];
}

/** The review of a customer of a product, and whether they may write it. */
export interface ReviewOfCustomer {
  readonly product: Product;
  /** `not_arrived`: it is bought, and was not delivered yet. */
  readonly may: 'write' | 'not_bought' | 'not_arrived';
  readonly own: ReviewText | null;
  /** The reason with which the desk hides it; null while it is shown. */
  readonly hiddenFor: string | null;
}

/** A review at the desk. */
export interface DeskReview extends ShownReview {
  readonly productName: string;
  readonly productSlug: string;
  readonly isHidden: boolean;
}

/** One page of reviews, the newest first, and the last decisions of the desk. */
export interface DeskReviews {
  readonly items: DeskReview[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly changes: {
    readonly at: string;
    readonly actor: string;
    readonly productName: string;
    readonly title: string;
    readonly what: 'hidden' | 'shown';
    readonly reason: string;
  }[];
}
