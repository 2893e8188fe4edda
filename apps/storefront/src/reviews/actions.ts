'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formOf, text, typedIn } from '../forms/form-text';
import { readIdentity } from '../identity/identity';
import { checkReview, isShopError, shop, type ReviewErrors } from '../shop';
import { takeReview, TOO_MANY_REVIEWS } from './review-limit';

/** State of the form for a review after a refused submission. */
export interface ReviewState {
  readonly problem?: string;
  readonly fields?: ReviewErrors;
  readonly typed?: Record<string, string>;
}

/** Writes the review of the customer who is signed in. The product's page shows it at once. */
export async function writeReview(_before: ReviewState, sent: FormData): Promise<ReviewState> {
  const form = formOf(sent);
  const slug = text(form, 'slug').slice(0, 120);
  const { shopper } = await readIdentity();
  if (!shopper) redirect(`/sign-in?next=${encodeURIComponent(`/product/${slug}/review`)}`);
  const typed = typedIn(form);
  const fields = ['title', 'body', 'shownName'] as const;
  const texts = Object.fromEntries(fields.map((field) => [field, text(form, field)]));
  const checked = checkReview({ ...texts, stars: text(form, 'stars') });
  if (!checked.ok) return { fields: checked.errors, typed };
  const { userId: customerId, email, name } = shopper;
  if (!(await takeReview(customerId))) return { problem: TOO_MANY_REVIEWS, typed };
  const customer = { customerId, email, name };
  const productId = text(form, 'productId').slice(0, 64);
  let address: string;
  try {
    const written = await (await shop()).writeReview({ customer, productId, review: checked.review });
    address = `/product/${written.product.slug}`;
    if (written.hiddenFor !== null) address += '/review';
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message, typed };
  }
  revalidatePath(address);
  redirect(`${address}#reviews`);
}
