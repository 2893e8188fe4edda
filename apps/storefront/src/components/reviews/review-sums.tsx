import { shownLanguage, shownWords } from '../../language/shown-language';
import { averageInWords } from '../../reviews/review-words';
import { counted } from '../../words/sentences';
import type { ProductReviews } from '../../shop';
import styles from './review-sums.module.css';
import { Stars } from './stars';

/** The average of all reviews, and how many there are with each number of stars. */
export async function ReviewSums({
  average,
  total,
  byStars,
}: Pick<ProductReviews, 'average' | 'total' | 'byStars'>) {
  if (average === null) return null;
  const [language, { reviews: words }] = await Promise.all([shownLanguage(), shownWords()]);
  return (
    <div className={styles.sums}>
      <p className={styles.average}>
        <strong>{averageInWords(average, language)}</strong> <Stars stars={average} />{' '}
        <span>{counted(words.total, total)}</span>
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.byStars}</caption>
        <tbody>
          {[5, 4, 3, 2, 1].map((stars) => {
            const count = byStars[stars - 1] ?? 0;
            return (
              <tr key={stars}>
                <th scope="row">{counted(words.stars, stars)}</th>
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
