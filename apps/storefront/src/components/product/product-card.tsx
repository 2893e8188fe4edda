import type { Product } from '../../shop';
import { ShopLink } from '../links/shop-link';
import { Availability } from './availability';
import { Price } from './price';
import { ProductPicture } from './product-picture';
import styles from './product-card.module.css';

interface ProductCardProps {
  readonly product: Product;
  /** One below the heading that the list is under. */
  readonly heading: 'h2' | 'h3';
  /** True for one that the first screen shows. */
  readonly first: boolean;
}

/** A product in a list. The whole card links to its page; the link is named after the product. */
export function ProductCard({ product, heading: Heading, first }: ProductCardProps) {
  return (
    <article className={styles.card} data-product-id={product.id}>
      <div className={styles.stage}>
        <ProductPicture picture={product.picture} first={first} />
      </div>
      <p className={styles.brand}>{product.kind}</p>
      <Heading className={styles.name}>
        <ShopLink href={`/product/${product.slug}`}>{product.name}</ShopLink>
      </Heading>
      <p className={styles.tagline}>{product.tagline}</p>
      <div>
        <Price price={product.price} discountPrice={product.discountPrice} />
        <Availability available={product.available} />
      </div>
    </article>
  );
}
