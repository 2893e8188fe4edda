import { addressWith } from '../../formatting/query';
import { CATEGORIES, type SearchPage } from '../../shop';
import { TrackView } from '../../tracking/track-view';
import { toTrackedList } from '../../tracking/tracked-product';
import { ShopLink } from '../links/shop-link';
import { ProductList } from '../product/product-list';
import styles from './nothing-found.module.css';

/** Ways on from a search without results: searches like it, departments, and what others buy. */
export function NothingFound({ alternatives, popular }: SearchPage) {
  return (
    <>
      {alternatives.length > 0 && (
        <Links
          title="Did you mean"
          links={alternatives.map((term) => ({ label: term, href: addressWith('/search', { q: term }) }))}
        />
      )}
      <Links
        title="Departments"
        links={CATEGORIES.map(({ slug, name }) => ({
          label: `All ${name.toLowerCase()}`,
          href: `/category/${slug}`,
        }))}
      />
      {popular.length > 0 && (
        <section className={styles.part}>
          <TrackView event={['product_list_view', toTrackedList('search:popular', popular)]} />
          <h2>Popular now</h2>
          <ProductList products={popular} list="search:popular" label="Popular now" />
        </section>
      )}
    </>
  );
}

interface LinksProps {
  readonly title: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

function Links({ title, links }: LinksProps) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <ul className={styles.links}>
        {links.map(({ label, href }) => (
          <li key={href}>
            <ShopLink href={href}>{label}</ShopLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
