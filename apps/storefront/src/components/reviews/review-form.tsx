'use client';

import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';
import { writeReview } from '../../reviews/actions';
import { REVIEW_LIMITS, type ReviewOfCustomer } from '../../shop/gateway';
import type { Words } from '../../words';
import { Button } from '../forms/button';
import { AreaField, Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { StarChoice } from './star-choice';

interface ReviewFormProps extends Pick<ReviewOfCustomer, 'own'> {
  readonly productId: string;
  readonly slug: string;
  /** The name of the account, which the customer may change. */
  readonly name: string;
  readonly words: Words['reviews']['form'];
}

/** The form for the review of a product, which works without JavaScript. */
export function ReviewForm({ productId, slug, own, name, words }: ReviewFormProps) {
  const [answer, action, pending] = useSafeAction(writeReview, {});
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('review', answer);
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="slug" value={slug} />
      <StarChoice
        defaultValue={typed?.['stars'] ?? own?.stars.toString()}
        error={fields.stars}
        words={words.stars}
      />
      <Field
        name="title"
        label={words.title}
        autoComplete="off"
        maxLength={REVIEW_LIMITS.title}
        defaultValue={typed?.['title'] ?? own?.title}
        error={fields.title}
      />
      <AreaField
        name="body"
        label={words.body}
        hint={words.bodyHint}
        maxLength={REVIEW_LIMITS.body}
        defaultValue={typed?.['body'] ?? own?.body}
        error={fields.body}
      />
      <Field
        name="shownName"
        label={words.shownName}
        autoComplete="off"
        hint={words.shownNameHint}
        maxLength={REVIEW_LIMITS.shownName}
        defaultValue={typed?.['shownName'] ?? own?.shownName ?? name.slice(0, REVIEW_LIMITS.shownName)}
        error={fields.shownName}
      />
      <Button disabled={pending}>{own ? words.change : words.publish}</Button>
    </form>
  );
}
