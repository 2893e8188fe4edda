import type { Product } from '../../shop';
import { ProductList } from '../product/product-list';
import styles from './shelf.module.css';

/** A titled row of products on the front page. */
export function Shelf({ title, products }: { title: string; products: readonly Product[] }) {
  return (
    <section className={styles.shelf}>
      <h2>{title}</h2>
      <ProductList products={products} label={title} />
    </section>
  );
}
