import { shownWords } from '../../language/shown-language';
import type { HomePage } from '../../shop';
import { counted } from '../../words/sentences';
import { ShopLink } from '../links/shop-link';
import { ProductPicture } from '../product/product-picture';
import styles from './category-tiles.module.css';

/** The departments as large tiles. */
export async function CategoryTiles({ categories }: { categories: HomePage['categories'] }) {
  const { home, departments } = (await shownWords()).browse;
  return (
    <ul className={styles.tiles} aria-label={home.departments}>
      {categories.map(({ slug, products, picture }) => (
        <li key={slug} className={styles.tile}>
          <div className={styles.words}>
            <h2>
              <ShopLink href={`/category/${slug}`}>{departments[slug].name}</ShopLink>
            </h2>
            <p>{departments[slug].tagline}</p>
            <p className={styles.count}>{counted(home.products, products)}</p>
          </div>
          <ProductPicture picture={picture} />
        </li>
      ))}
    </ul>
  );
}
