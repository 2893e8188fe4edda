import type { Product } from '../../shop';
import { ProductCard } from './product-card';
import styles from './product-list.module.css';

interface ProductListProps {
  readonly products: readonly Product[];
  /** Name of the list in events. */
  readonly list: string;
  /** Name of the list for screen readers. */
  readonly label: string;
}

/** Products in columns: two on a phone, four on a desktop. */
export function ProductList({ products, list, label }: ProductListProps) {
  return (
    <ul className={styles.list} aria-label={label} data-list={list}>
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} />
        </li>
      ))}
    </ul>
  );
}
