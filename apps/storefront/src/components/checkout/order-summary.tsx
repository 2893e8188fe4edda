import { ProductPicture } from '../product/product-picture';
import { formatMoney } from '../../formatting/money';
import type { OrderItem } from '../../shop';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import styles from './order-summary.module.css';

interface OrderSummaryProps {
  readonly items: readonly OrderItem[];
  readonly totals: {
    readonly subtotal: number;
    readonly discount: number;
    readonly shipping: number;
    readonly tax: number;
    readonly total: number;
  };
  /** Its code, if there is a discount. */
  readonly coupon?: string | null;
  /** Money that was given back. */
  readonly refunded?: number;
  readonly words: Words['checkout']['sums'];
}

/** Items of the order and its total. */
export function OrderSummary({ items, totals, coupon = null, refunded = 0, words }: OrderSummaryProps) {
  return (
    <section aria-label={words.label} className={styles.summary}>
      <ul>
        {items.map(({ product, quantity, unitPrice }) => (
          <li key={product.id}>
            <ProductPicture picture={product.picture} />
            <span>
              {product.name}
              {quantity > 1 && <span className={styles.times}> × {quantity}</span>}
            </span>
            <span className={styles.amount}>{formatMoney(unitPrice * quantity)}</span>
          </li>
        ))}
      </ul>
      <dl>
        <div>
          <dt>{words.subtotal}</dt>
          <dd>{formatMoney(totals.subtotal)}</dd>
        </div>
        {totals.discount > 0 && (
          <div>
            <dt>{fill(words.couponWith, { code: coupon ?? '' })}</dt>
            <dd>−{formatMoney(totals.discount)}</dd>
          </div>
        )}
        <div>
          <dt>{words.delivery}</dt>
          <dd>{totals.shipping === 0 ? words.free : formatMoney(totals.shipping)}</dd>
        </div>
        <div className={styles.total}>
          <dt>{words.total}</dt>
          <dd>{formatMoney(totals.total)}</dd>
        </div>
        <div className={styles.tax}>
          <dt>{words.tax}</dt>
          <dd>{formatMoney(totals.tax)}</dd>
        </div>
        {refunded > 0 && (
          <div>
            <dt>{words.givenBack}</dt>
            <dd>−{formatMoney(refunded)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
