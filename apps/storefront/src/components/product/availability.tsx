import { LITTLE_LEFT } from '../../shop/gateway';
import styles from './availability.module.css';

/**
 * Pieces that are left, in words. Lists and product pages may be some minutes old: the cart asks
 * again.
 */
export function Availability({ available }: { available: number }) {
  return (
    <p className={styles.availability} data-left={leftOf(available)}>
      {wordsFor(available)}
    </p>
  );
}

/** `In stock`, `Only 3 left` or `Sold out`. */
export function wordsFor(available: number): string {
  if (available === 0) return 'Sold out';
  return available <= LITTLE_LEFT ? `Only ${available} left` : 'In stock';
}

function leftOf(available: number): 'none' | 'few' | 'plenty' {
  if (available === 0) return 'none';
  return available <= LITTLE_LEFT ? 'few' : 'plenty';
}
