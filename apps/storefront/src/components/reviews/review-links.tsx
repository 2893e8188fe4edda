import type { OrderItem } from '../../shop';
import { ShopLink } from '../links/shop-link';
import styles from './review-links.module.css';

/** Ways to the reviews of what has arrived. */
export function ReviewLinks({ items }: { items: readonly OrderItem[] }) {
  return (
    <section aria-labelledby="review-links" className={styles.links}>
      <h2 id="review-links">Tell others</h2>
      <ul>
        {items.map(({ product }) => (
          <li key={product.id}>
            <ShopLink href={`/product/${product.slug}/review`}>Review {product.name}</ShopLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
