import { judgeReview } from '../../desk/review-actions';
import { formatMoment } from '../../formatting/time';
import { languageOf } from '../../reviews/review-words';
import type { DeskReview, DeskReviews } from '../../shop';
import { ShopLink } from '../links/shop-link';
import { Stars } from '../reviews/stars';
import { DeskForm } from './desk-form';
import styles from './reviews.module.css';
import tables from './tables.module.css';

const REASON = [{ name: 'reason', label: 'Reason', maxLength: 500 }];

/** Reviews with a form to hide each, or to show it again. */
export function ReviewsToJudge({ reviews }: { reviews: readonly DeskReview[] }) {
  if (reviews.length === 0) return <p className={tables.none}>Nobody has written a review yet.</p>;
  return (
    <ul className={styles.reviews}>
      {reviews.map((review) => (
        <li key={review.reviewId}>
          <p className={styles.head}>
            <Stars stars={review.stars} />
            <ShopLink href={`/product/${review.productSlug}`}>{review.productName}</ShopLink>
            {review.isHidden && <strong>Hidden</strong>}
          </p>
          <p className={styles.who}>
            {review.hasWriter ? review.shownName : 'A former customer'} ·{' '}
            {formatMoment(review.editedAt ?? review.writtenAt, 'en')}
          </p>
          <div lang={languageOf(`${review.title} ${review.body}`, 'en')}>
            <h2>{review.title}</h2>
            <p className={styles.body}>{review.body}</p>
          </div>
          {review.isHidden ? (
            <DeskForm
              action={judgeReview}
              hidden={{ reviewId: review.reviewId, what: 'shown' }}
              fields={REASON}
              button="Show again"
              label={`Show again: ${review.title}`}
              look="quiet"
            />
          ) : (
            <DeskForm
              action={judgeReview}
              hidden={{ reviewId: review.reviewId, what: 'hidden' }}
              fields={REASON}
              button="Hide"
              label={`Hide: ${review.title}`}
              look="quiet"
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who hid which, and why. */
export function ReviewChanges({ changes }: Pick<DeskReviews, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="review-changes" className={tables.section}>
      <h2 id="review-changes">Last changes</h2>
      <ul className={styles.changes}>
        {changes.map(({ at, actor, productName, title, what, reason }, index) => (
          <li key={index}>
            {formatMoment(at, 'en')}: {what === 'hidden' ? 'hid' : 'showed again'} “{title}” on {productName},{' '}
            {actor}. {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
