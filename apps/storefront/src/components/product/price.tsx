import { formatMoney, formatSaving } from '../../formatting/money';
import type { Words } from '../../words';
import styles from './price.module.css';

interface PriceProps {
  readonly price: number;
  readonly discountPrice: number | null;
  /** Larger, for a product's page. */
  readonly large?: boolean;
  readonly words: Words['product']['price'];
}

/** Price of a product; an offer also shows the regular price and the saving. */
export function Price({ price, discountPrice, large = false, words }: PriceProps) {
  const className = large ? `${styles.price} ${styles.large}` : styles.price;
  if (discountPrice === null) {
    return (
      <p className={className}>
        <span className={styles.now}>{formatMoney(price)}</span>
      </p>
    );
  }
  return (
    <p className={className}>
      <span className={styles.now}>
        <span className="visually-hidden">{words.offer} </span>
        {formatMoney(discountPrice)}
      </span>{' '}
      <s className={styles.before}>
        <span className="visually-hidden">{words.usual} </span>
        {formatMoney(price)}
      </s>{' '}
      <span className={styles.saving}>{formatSaving(price, discountPrice)}</span>
    </p>
  );
}
