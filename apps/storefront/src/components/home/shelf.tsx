import type { Product } from '../../shop';
import { ProductList } from '../product/product-list';
import styles from './shelf.module.css';

interface ShelfProps {
  readonly title: string;
  /** Its name in events. */
  readonly list: string;
  readonly products: readonly Product[];
}

/** A titled row of products on the front page. */
export function Shelf({ title, list, products }: ShelfProps) {
  return (
    <section className={styles.shelf}>
      <h2>{title}</h2>
      <ProductList products={products} list={list} label={title} />
    </section>
  );
}
