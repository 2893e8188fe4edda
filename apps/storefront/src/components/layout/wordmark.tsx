import type { Words } from '../../words';
import { ShopLink } from '../links/shop-link';
import styles from './wordmark.module.css';

/** The shop's name, which links to the home page. */
export function Wordmark({ words }: { words: Words['frame']['header'] }) {
  return (
    <ShopLink href="/" className={styles.wordmark}>
      <span className={styles.name}>
        SBW
        <span className={styles.dot} />
      </span>
      <span className={styles.what}>{words.what}</span>
      <span className="visually-hidden">, {words.home}</span>
    </ShopLink>
  );
}
