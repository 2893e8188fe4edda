'use server';

import { revalidatePath } from 'next/cache';
import { formOf, text, typedIn } from '../forms/form-text';
import { readIdentity } from '../identity/identity';
import { LANGUAGES } from '../words/languages';
import { continueTo, sentWords } from '../language/sent-language';
import { checkReview, isShopError, shop, type ReviewErrors } from '../shop';
import { takeReview } from './review-limit';

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
  if (!shopper) return continueTo(`/sign-in?next=${encodeURIComponent(`/product/${slug}/review`)}`);
  const typed = typedIn(form);
  const fields = ['title', 'body', 'shownName'] as const;
  const texts = Object.fromEntries(fields.map((field) => [field, text(form, field)]));
  const checked = checkReview({ ...texts, stars: text(form, 'stars') });
  if (!checked.ok) return { fields: checked.errors, typed };
  const { userId: customerId, email, name } = shopper;
  if (!(await takeReview(customerId))) return { problem: (await sentWords()).reviews.tooMany, typed };
  const customer = { customerId, email, name };
  const productId = text(form, 'productId').slice(0, 64);
  let address: string;
  try {
    const written = await (await shop()).writeReview({ customer, productId, review: checked.review });
    address = `/product/${written.product.slug}`;
    const page = address;
    LANGUAGES.forEach((language) => revalidatePath(`/${language}${page}`));
    if (written.hiddenFor !== null) address += '/review';
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message, typed };
  }
  return continueTo(`${address}#reviews`);
}
