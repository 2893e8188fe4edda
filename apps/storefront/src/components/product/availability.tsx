import { LITTLE_LEFT } from '../../shop/gateway';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import styles from './availability.module.css';

type StockWords = Words['product']['stock'];

interface AvailabilityProps {
  readonly available: number;
  readonly words: StockWords;
}

/**
 * Pieces that are left, in words. Lists and product pages may be some minutes old: the cart asks
 * again.
 */
export function Availability({ available, words }: AvailabilityProps) {
  return (
    <p className={styles.availability} data-left={leftOf(available)}>
      {stockInWords(available, words)}
    </p>
  );
}

/** `In stock`, `Only 3 left` or `Sold out`. */
export function stockInWords(available: number, words: StockWords): string {
  return fill(words[leftOf(available)], { count: available });
}

function leftOf(available: number): keyof StockWords {
  if (available === 0) return 'none';
  return available <= LITTLE_LEFT ? 'few' : 'plenty';
}
