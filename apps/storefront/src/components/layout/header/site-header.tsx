import { shownWords } from '../../../language/shown-language';
import { CATEGORIES } from '../../../shop';
import { Personal } from './personal';
import { SearchBox } from './search/search-box';
import { ShopLink } from '../../links/shop-link';
import styles from './site-header.module.css';
import { Wordmark } from '../wordmark';

/** The top of every page: name, departments, search, account and cart. */
export async function SiteHeader() {
  const { frame, browse } = await shownWords();
  const { header, personal, search } = frame;
  return (
    <header className={styles.header}>
      <a href="#content" className={styles.skip}>
        {header.skip}
      </a>
      <div className={styles.bar}>
        <Wordmark words={header} />
        <nav aria-label={header.departments} className={styles.departments}>
          {CATEGORIES.map(({ slug }) => (
            <ShopLink key={slug} href={`/category/${slug}`}>
              {browse.departments[slug].name}
            </ShopLink>
          ))}
        </nav>
        <div className={styles.search}>
          <SearchBox words={search} />
        </div>
        <Personal words={personal} />
      </div>
    </header>
  );
}
