import { shownLanguage, shownWords } from '../../language/shown-language';
import { averageInWords } from '../../reviews/review-words';
import { fill } from '../../words/sentences';
import styles from './stars.module.css';

/** One star of 24 × 24, moved to its place. */
const star = (place: number) =>
  `M${place * 24 + 12} 2l3 6.300 6.900.900-5 4.800 1.200 6.800-6.100-3.300-6.100 3.300 1.200-6.800-5-4.800 6.900-.900z`;
const FIVE = [0, 1, 2, 3, 4].map(star).join('');

/** Stars as a drawing, whole or in part, with a text for screen readers. */
export async function Stars({ stars }: { stars: number }) {
  const [language, { reviews: words }] = await Promise.all([shownLanguage(), shownWords()]);
  const average = averageInWords(stars, language);
  return (
    <svg
      viewBox="0 0 120 24"
      width="100"
      height="20"
      role="img"
      aria-label={fill(words.ofFive, { average })}
      className={styles.stars}
    >
      <path d={FIVE} />
      {/* An inner drawing cuts off what is beyond its width. */}
      <svg width={stars * 24} height="24">
        <path d={FIVE} />
      </svg>
    </svg>
  );
}
