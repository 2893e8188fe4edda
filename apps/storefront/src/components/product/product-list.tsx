import type { Product } from '../../shop';
import { ProductCard } from './product-card';
import styles from './product-list.module.css';

interface ProductListProps {
  readonly products: readonly Product[];
  /** Name of the list in events. */
  readonly list: string;
  /** Name of the list for screen readers. */
  readonly label: string;
  /** Its products' headings: one below the heading that the list is under. */
  readonly heading?: 'h2' | 'h3';
  /** True for the list that a page is about: its first row is on the first screen. */
  readonly first?: boolean;
}

/** The most that one row shows. */
const A_ROW = 4;

/** Products in columns: two on a phone, four on a desktop. */
export function ProductList({ products, list, label, heading = 'h3', first = false }: ProductListProps) {
  return (
    <ul className={styles.list} aria-label={label} data-list={list}>
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} heading={heading} first={first && index < A_ROW} />
        </li>
      ))}
    </ul>
  );
}
