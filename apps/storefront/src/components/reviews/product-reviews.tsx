import { REVIEWS_ON_PAGE, type Product, type ProductReviews as Reviews } from '../../shop';
import { averageInWords, reviewsInWords } from '../../reviews/review-words';
import { ButtonLink } from '../forms/button';
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
export function ProductReviews({ product: { name, slug }, reviews }: ProductReviewsProps) {
  return (
    <section id="reviews" aria-labelledby="reviews-title" className={styles.reviews}>
      <h2 id="reviews-title">Reviews</h2>
      <div className={styles.columns}>
        <div className={styles.sums}>
          <ReviewSums {...reviews} />
          {reviews.total === 0 && <p>There is no review of {name} yet.</p>}
          <p className={styles.rule}>Only customers who have received the product from us can write one.</p>
          <ButtonLink href={`/product/${slug}/review`} look="quiet">
            Write a review
          </ButtonLink>
        </div>
        {reviews.total > 0 && (
          <div>
            <ReviewList reviews={reviews.items} heading="h3" />
            {reviews.total > REVIEWS_ON_PAGE && (
              <ShopLink href={`/product/${slug}/reviews?page=2`} className={styles.all}>
                More of the {reviewsInWords(reviews.total)}
              </ShopLink>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

/** The average next to the price, which leads to the reviews; nothing while there is none. */
export function Rating({ average, total }: Pick<Reviews, 'average' | 'total'>) {
  if (average === null) return null;
  return (
    <p className={styles.rating}>
      <a href="#reviews">
        <Stars stars={average} /> {averageInWords(average)} · {reviewsInWords(total)}
      </a>
    </p>
  );
}
