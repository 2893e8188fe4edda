import type { Identity } from '../../../identity/identity';
import { CATEGORIES } from '../../../shop';
import { AccountMenu } from './account-menu';
import { CartLink } from './cart-link';
import { SearchBox } from './search/search-box';
import { ShopLink } from '../../links/shop-link';
import styles from './site-header.module.css';
import { Wordmark } from '../wordmark';

/** The top of every page: name, departments, search, account and cart. */
export function SiteHeader({ identity }: { identity: Identity }) {
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
        <div className={styles.personal}>
          <AccountMenu shopper={identity.shopper} />
          <CartLink />
        </div>
      </div>
    </header>
  );
}
