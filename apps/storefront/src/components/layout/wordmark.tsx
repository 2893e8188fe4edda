import { ShopLink } from '../links/shop-link';
import styles from './wordmark.module.css';

/** The shop's name, which links to the home page. */
export function Wordmark() {
  return (
    <ShopLink href="/" className={styles.wordmark}>
      <span className={styles.name}>
        SBW
        <span className={styles.dot} />
      </span>
      <span className={styles.what}>laptops · monitors · accessories</span>
      <span className="visually-hidden">, home</span>
    </ShopLink>
  );
}
