import { formatMoney } from '../../formatting/money';
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
        <CardPrice product={product} />
        <Availability available={product.available} />
      </div>
    </article>
  );
}

/** The price of a product; of one that stands for its family, the lowest of it and their number. */
function CardPrice({ product: { price, discountPrice, family } }: Pick<ProductCardProps, 'product'>) {
  const isLowest = (family?.from ?? null) === null || family?.from === (discountPrice ?? price);
  return (
    <>
      {isLowest ? (
        <Price price={price} discountPrice={discountPrice} />
      ) : (
        <p className={styles.from}>
          from <strong>{formatMoney(family?.from ?? price)}</strong>
        </p>
      )}
      {family && <p className={styles.versions}>{family.count} versions</p>}
    </>
  );
}
