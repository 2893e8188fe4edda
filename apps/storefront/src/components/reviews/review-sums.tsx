import { averageInWords, reviewsInWords } from '../../reviews/review-words';
import type { ProductReviews } from '../../shop';
import styles from './review-sums.module.css';
import { Stars } from './stars';

/** The average of all reviews, and how many there are with each number of stars. */
export function ReviewSums({
  average,
  total,
  byStars,
}: Pick<ProductReviews, 'average' | 'total' | 'byStars'>) {
  if (average === null) return null;
  return (
    <div className={styles.sums}>
      <p className={styles.average}>
        <strong>{averageInWords(average)}</strong> <Stars stars={average} />{' '}
        <span>{reviewsInWords(total)}</span>
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">Reviews by number of stars</caption>
        <tbody>
          {[5, 4, 3, 2, 1].map((stars) => {
            const count = byStars[stars - 1] ?? 0;
            return (
              <tr key={stars}>
                <th scope="row">{stars === 1 ? '1 star' : `${stars} stars`}</th>
                <td className={styles.bar}>
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="100" height="8" />
                    <rect width={(100 * count) / total} height="8" className={styles.share} />
                  </svg>
                </td>
                <td>{count}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
