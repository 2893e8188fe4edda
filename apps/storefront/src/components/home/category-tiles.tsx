import type { HomePage } from '../../shop';
import { ShopLink } from '../links/shop-link';
import { ProductPicture } from '../product/product-picture';
import styles from './category-tiles.module.css';

/** The departments as large tiles. */
export function CategoryTiles({ categories }: { categories: HomePage['categories'] }) {
  return (
    <ul className={styles.tiles} aria-label="Departments">
      {categories.map(({ slug, name, tagline, products, picture }) => (
        <li key={slug} className={styles.tile}>
          <div className={styles.words}>
            <h2>
              <ShopLink href={`/category/${slug}`}>{name}</ShopLink>
            </h2>
            <p>{tagline}</p>
            <p className={styles.count}>{products} products</p>
          </div>
          <ProductPicture picture={picture} />
        </li>
      ))}
    </ul>
  );
}
