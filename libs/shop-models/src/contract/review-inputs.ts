import { Type } from '@sinclair/typebox';
import { actor, closed, customer, customerId, page, productId, slug, UUID } from './input-parts';

/** Longer than any review may be: what is too long is refused with a sentence, field by field. */
const text = Type.String({ maxLength: 10_000 });

/** Inputs of the operations about reviews. */
export const REVIEW_INPUTS = {
  listReviews: Type.Object({ productId, page }, closed),
  openReview: Type.Object({ customerId, slug }, closed),
  writeReview: Type.Object(
    {
      customer,
      productId,
      review: Type.Object({ stars: Type.Integer(), title: text, body: text, shownName: text }, closed),
    },
    closed,
  ),
  deskReviews: Type.Object({ page }, closed),
  deskJudgeReview: Type.Object(
    {
      reviewId: Type.String({ pattern: UUID }),
      what: Type.Union([Type.Literal('hidden'), Type.Literal('shown')]),
      reason: Type.String({ minLength: 1, maxLength: 500 }),
      actor,
    },
    closed,
  ),
};
