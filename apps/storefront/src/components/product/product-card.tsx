import { formatMoney } from '../../formatting/money';
import { catalogueLanguage, shownWords } from '../../language/shown-language';
import type { Product } from '../../shop';
import { around, fill } from '../../words/sentences';
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
export async function ProductCard({ product, heading: Heading, first }: ProductCardProps) {
  const [{ product: words }, lang] = await Promise.all([shownWords(), catalogueLanguage()]);
  return (
    <article className={styles.card} data-product-id={product.id}>
      <div className={styles.stage}>
        <ProductPicture picture={product.picture} first={first} />
      </div>
      <p className={styles.brand} lang={lang}>
        {product.kind}
      </p>
      <Heading className={styles.name}>
        <ShopLink href={`/product/${product.slug}`}>{product.name}</ShopLink>
      </Heading>
      <p className={styles.tagline} lang={lang}>
        {product.tagline}
      </p>
      <div>
        <CardPrice product={product} />
        <Availability available={product.available} words={words.stock} />
      </div>
    </article>
  );
}

/** The price of a product; of one that stands for its family, the lowest of it and their number. */
async function CardPrice({ product: { price, discountPrice, family } }: Pick<ProductCardProps, 'product'>) {
  const { product: words } = await shownWords();
  const [before, after] = around(words.price.from, 'price');
  const isLowest = (family?.from ?? null) === null || family?.from === (discountPrice ?? price);
  return (
    <>
      {isLowest ? (
        <Price price={price} discountPrice={discountPrice} words={words.price} />
      ) : (
        <p className={styles.from}>
          {before}
          <strong>{formatMoney(family?.from ?? price)}</strong>
          {after}
        </p>
      )}
      {family && <p className={styles.versions}>{fill(words.versions, { count: family.count })}</p>}
    </>
  );
}
