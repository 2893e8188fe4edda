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
}

/** Products in columns: two on a phone, four on a desktop. */
export function ProductList({ products, list, label, heading = 'h3' }: ProductListProps) {
  return (
    <ul className={styles.list} aria-label={label} data-list={list}>
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} heading={heading} />
        </li>
      ))}
    </ul>
  );
}
