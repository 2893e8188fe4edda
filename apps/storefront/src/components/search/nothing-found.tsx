import { addressWith } from '../../formatting/query';
import { shownWords } from '../../language/shown-language';
import { CATEGORIES, type SearchPage } from '../../shop';
import { TrackView } from '../../tracking/track-view';
import { toTrackedList } from '../../tracking/tracked-product';
import { fill } from '../../words/sentences';
import { ShopLink } from '../links/shop-link';
import { ProductList } from '../product/product-list';
import styles from './nothing-found.module.css';

/** Ways on from a search without results: searches like it, departments, and what others buy. */
export async function NothingFound({ alternatives, popular }: SearchPage) {
  const { search: words, departments } = (await shownWords()).browse;
  return (
    <>
      {alternatives.length > 0 && (
        <Links
          title={words.didYouMean}
          links={alternatives.map((term) => ({ label: term, href: addressWith('/search', { q: term }) }))}
        />
      )}
      <Links
        title={words.departments}
        links={CATEGORIES.map(({ slug }) => ({
          label: fill(words.allOf, { department: departments[slug].name.toLowerCase() }),
          href: `/category/${slug}`,
        }))}
      />
      {popular.length > 0 && (
        <section className={styles.part}>
          <TrackView event={['product_list_view', toTrackedList('search:popular', popular)]} />
          <h2>{words.popular}</h2>
          <ProductList products={popular} list="search:popular" label={words.popular} />
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
