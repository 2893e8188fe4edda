import { formatDate } from '../../formatting/time';
import { languageOf } from '../../reviews/review-words';
import type { ShownReview } from '../../shop';
import styles from './review-list.module.css';
import { Stars } from './stars';

interface ReviewListProps {
  readonly reviews: readonly ShownReview[];
  /** One below the heading that the list is under. */
  readonly heading: 'h2' | 'h3';
}

/** Reviews with their texts, in the language of each. */
export function ReviewList({ reviews, heading: Heading }: ReviewListProps) {
  return (
    <ul className={styles.list}>
      {reviews.map((review) => (
        <li key={review.reviewId} className={styles.review}>
          <p className={styles.head}>
            <Stars stars={review.stars} />
            <span className={styles.when}>
              {whoAndWhen(review)}
              {review.variant && ` · bought: ${review.variant}`}
            </span>
          </p>
          {review.hasWriter ? (
            <div lang={languageOf(`${review.title} ${review.body}`)}>
              <Heading className={styles.title}>{review.title}</Heading>
              <p className={styles.body}>{review.body}</p>
            </div>
          ) : (
            <p className={styles.when}>The text was removed with the account of its writer.</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function whoAndWhen({ shownName, writtenAt, editedAt, hasWriter }: ShownReview): string {
  const changed = editedAt === null ? '' : `, changed ${formatDate(editedAt)}`;
  return `${hasWriter ? shownName : 'A former customer'} · ${formatDate(writtenAt)}${changed}`;
}
