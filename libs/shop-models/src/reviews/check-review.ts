import { storableText } from '../storable-text';

/** The texts and the stars of a review. */
export interface ReviewText {
  /** 1 to 5. */
  readonly stars: number;
  readonly title: string;
  readonly body: string;
  /** The name to show with it, which need not be the whole one. */
  readonly shownName: string;
}

export type ReviewField = keyof ReviewText;
export type ReviewErrors = Partial<Record<ReviewField, string>>;
export type CheckedReview =
  { readonly ok: true; readonly review: ReviewText } | { readonly ok: false; readonly errors: ReviewErrors };

/** The most characters of each text. The database has the same limits. */
export const REVIEW_LIMITS = { title: 80, body: 2_000, shownName: 40 } as const;
/** The fewest characters that say something about a product. */
const SHORTEST = { title: 2, body: 10, shownName: 1 } as const;
/** Characters that turn the direction of the text around them: nobody writes them. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Checks a review and brings it into its normal form; a sentence for each field that is wrong. */
export function checkReview(typed: Partial<Record<ReviewField, unknown>>): CheckedReview {
  const text = (field: ReviewField) =>
    typeof typed[field] === 'string'
      ? storableText(typed[field]).replace(DIRECTIONS, '').normalize('NFC').trim()
      : '';
  const oneLine = (field: ReviewField) => text(field).replace(/\s+/g, ' ');
  const review = {
    stars: Number(typed.stars),
    title: oneLine('title'),
    body: text('body')
      .replace(/\r\n?/g, '\n')
      .replace(/\n{3,}/g, '\n\n'),
    shownName: oneLine('shownName'),
  };
  const errors: ReviewErrors = {};
  if (!Number.isInteger(review.stars) || review.stars < 1 || review.stars > 5)
    errors.stars = 'Choose one to five stars.';
  if (review.title.length < SHORTEST.title) errors.title = 'Enter a title.';
  if (review.body.length < SHORTEST.body)
    errors.body = `Write at least ${SHORTEST.body} characters about the product.`;
  if (review.shownName.length < SHORTEST.shownName) errors.shownName = 'Enter the name to show.';
  for (const [field, limit] of Object.entries(REVIEW_LIMITS) as [keyof typeof REVIEW_LIMITS, number][])
    if (review[field].length > limit) errors[field] = `Use at most ${limit} characters.`;
  return Object.keys(errors).length === 0 ? { ok: true, review } : { ok: false, errors };
}
