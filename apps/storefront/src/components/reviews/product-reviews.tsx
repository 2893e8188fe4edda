import { REVIEWS_ON_PAGE, type Product, type ProductReviews as Reviews } from '../../shop';
import { shownLanguage, shownWords } from '../../language/shown-language';
import { averageInWords } from '../../reviews/review-words';
import { counted, fill } from '../../words/sentences';
import { ButtonLink } from '../links/button-link';
import { ShopLink } from '../links/shop-link';
import styles from './product-reviews.module.css';
import { ReviewList } from './review-list';
import { ReviewSums } from './review-sums';
import { Stars } from './stars';

interface ProductReviewsProps {
  readonly product: Pick<Product, 'name' | 'slug'>;
  readonly reviews: Reviews;
}

/** The reviews on a product's page: sums, the newest, and the ways to all and to one's own. */
export async function ProductReviews({ product: { name, slug }, reviews }: ProductReviewsProps) {
  const { reviews: words } = await shownWords();
  return (
    <section id="reviews" aria-labelledby="reviews-title" className={styles.reviews}>
      <h2 id="reviews-title">{words.title}</h2>
      <div className={styles.columns}>
        <div className={styles.sums}>
          <ReviewSums {...reviews} />
          {reviews.total === 0 && <p>{fill(words.none, { name })}</p>}
          <p className={styles.rule}>{words.rule}</p>
          <ButtonLink href={`/product/${slug}/review`} look="quiet">
            {words.write}
          </ButtonLink>
        </div>
        {reviews.total > 0 && (
          <div>
            <ReviewList reviews={reviews.items} heading="h3" />
            {reviews.total > REVIEWS_ON_PAGE && (
              <ShopLink href={`/product/${slug}/reviews?page=2`} className={styles.all}>
                {counted(words.more, reviews.total)}
              </ShopLink>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

/** The average next to the price, which leads to the reviews; nothing while there is none. */
export async function Rating({ average, total }: Pick<Reviews, 'average' | 'total'>) {
  if (average === null) return null;
  const [language, { reviews: words }] = await Promise.all([shownLanguage(), shownWords()]);
  return (
    <p className={styles.rating}>
      <a href="#reviews">
        <Stars stars={average} /> {averageInWords(average, language)} · {counted(words.total, total)}
      </a>
    </p>
  );
}
