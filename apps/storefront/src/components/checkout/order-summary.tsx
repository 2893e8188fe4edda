import { ProductPicture } from '../product/product-picture';
import { formatMoney } from '../../formatting/money';
import type { OrderItem } from '../../shop';
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
}

/** Items of the order and its total. */
export function OrderSummary({ items, totals, coupon = null, refunded = 0 }: OrderSummaryProps) {
  return (
    <section aria-label="Your order" className={styles.summary}>
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
          <dt>Subtotal</dt>
          <dd>{formatMoney(totals.subtotal)}</dd>
        </div>
        {totals.discount > 0 && (
          <div>
            <dt>Coupon {coupon}</dt>
            <dd>−{formatMoney(totals.discount)}</dd>
          </div>
        )}
        <div>
          <dt>Delivery</dt>
          <dd>{totals.shipping === 0 ? 'Free' : formatMoney(totals.shipping)}</dd>
        </div>
        <div className={styles.total}>
          <dt>Total</dt>
          <dd>{formatMoney(totals.total)}</dd>
        </div>
        <div className={styles.tax}>
          <dt>including value added tax</dt>
          <dd>{formatMoney(totals.tax)}</dd>
        </div>
        {refunded > 0 && (
          <div>
            <dt>Given back</dt>
            <dd>−{formatMoney(refunded)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
