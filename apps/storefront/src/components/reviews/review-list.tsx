import { formatDate } from '../../formatting/time';
import { shownLanguage, shownWords } from '../../language/shown-language';
import type { Language } from '../../words/languages';
import { languageOf } from '../../reviews/review-words';
import type { ShownReview } from '../../shop';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import styles from './review-list.module.css';
import { Stars } from './stars';

interface ReviewListProps {
  readonly reviews: readonly ShownReview[];
  /** One below the heading that the list is under. */
  readonly heading: 'h2' | 'h3';
}

/** Reviews with their texts, in the language of each. */
export async function ReviewList({ reviews, heading: Heading }: ReviewListProps) {
  const [language, { reviews: words }] = await Promise.all([shownLanguage(), shownWords()]);
  return (
    <ul className={styles.list}>
      {reviews.map((review) => (
        <li key={review.reviewId} className={styles.review}>
          <p className={styles.head}>
            <Stars stars={review.stars} />
            <span className={styles.when}>
              {whoAndWhen(review, words, language)}
              {review.variant && ` · ${fill(words.bought, { variant: review.variant })}`}
            </span>
          </p>
          {review.hasWriter ? (
            <div lang={languageOf(`${review.title} ${review.body}`, language)}>
              <Heading className={styles.title}>{review.title}</Heading>
              <p className={styles.body}>{review.body}</p>
            </div>
          ) : (
            <p className={styles.when}>{words.removed}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function whoAndWhen(review: ShownReview, words: Words['reviews'], language: Language): string {
  const { shownName, writtenAt, editedAt, hasWriter } = review;
  const who = hasWriter ? shownName : words.formerCustomer;
  const changed = editedAt && `, ${fill(words.changed, { day: formatDate(editedAt, language) })}`;
  return `${who} · ${formatDate(writtenAt, language)}${changed ?? ''}`;
}
