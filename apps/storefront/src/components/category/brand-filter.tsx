import type { CategoryPage } from '../../shop';
import type { Words } from '../../words';
import { counted } from '../../words/sentences';
import { ShopLink } from '../links/shop-link';
import styles from './brand-filter.module.css';

interface BrandFilterProps {
  /** Name of the filtered list in events. */
  readonly list: string;
  readonly brands: CategoryPage['brands'];
  readonly chosen: string | undefined;
  /** The address that shows one brand, or all. */
  readonly hrefFor: (brand: string | undefined) => string;
  readonly words: Words['browse']['list'];
}

/** Filters a category by brand. */
export function BrandFilter({ list, brands, chosen, hrefFor, words }: BrandFilterProps) {
  const all = brands.reduce((sum, brand) => sum + brand.products, 0);
  const choices = [
    { label: words.allBrands, brand: undefined, products: all },
    ...brands.map(({ name, products }) => ({ label: name, brand: name, products })),
  ];
  return (
    <nav aria-label={words.brands} className={styles.filter} data-filter="brand" data-filter-list={list}>
      {choices.map(({ label, brand, products }) => (
        <ShopLink
          key={label}
          href={hrefFor(brand)}
          scroll={false}
          data-value={brand}
          aria-current={brand === chosen ? 'true' : undefined}
        >
          {label} <span>{products}</span>
          <span className="visually-hidden">{` ${counted(words.products, products)}`}</span>
        </ShopLink>
      ))}
    </nav>
  );
}
