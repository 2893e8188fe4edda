import { shownWords } from '../../language/shown-language';
import type { OrderItem } from '../../shop';
import { fill } from '../../words/sentences';
import { ShopLink } from '../links/shop-link';
import styles from './review-links.module.css';

/** Ways to the reviews of what has arrived. */
export async function ReviewLinks({ items }: { items: readonly OrderItem[] }) {
  const { tellOthers, reviewOf } = (await shownWords()).order;
  return (
    <section aria-labelledby="review-links" className={styles.links}>
      <h2 id="review-links">{tellOthers}</h2>
      <ul>
        {items.map(({ product }) => (
          <li key={product.id}>
            <ShopLink href={`/product/${product.slug}/review`}>
              {fill(reviewOf, { name: product.name })}
            </ShopLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
