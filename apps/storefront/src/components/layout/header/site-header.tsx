import { CATEGORIES } from '../../../shop';
import { Personal } from './personal';
import { SearchBox } from './search/search-box';
import { ShopLink } from '../../links/shop-link';
import styles from './site-header.module.css';
import { Wordmark } from '../wordmark';

/** The top of every page: name, departments, search, account and cart. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <a href="#content" className={styles.skip}>
        Skip to content
      </a>
      <div className={styles.bar}>
        <Wordmark />
        <nav aria-label="Departments" className={styles.departments}>
          {CATEGORIES.map(({ slug, name }) => (
            <ShopLink key={slug} href={`/category/${slug}`}>
              {name}
            </ShopLink>
          ))}
        </nav>
        <div className={styles.search}>
          <SearchBox />
        </div>
        <Personal />
      </div>
    </header>
  );
}
