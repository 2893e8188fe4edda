import { formatMoney } from '../../formatting/money';
import { formatMoment } from '../../formatting/time';
import type { OrderInList } from '../../shop';
import { ShopLink } from '../links/shop-link';
import { ProductPicture } from '../product/product-picture';
import styles from './order-row.module.css';
import { StatusBadge } from './status-badge';

const PICTURES = 3;

/** An order in the customer's list. The whole row links to its page. */
export function OrderRow({ order }: { order: OrderInList }) {
  const { orderId, placedAt, status, total, products } = order;
  return (
    <article className={styles.row}>
      <div className={styles.pictures}>
        {products.slice(0, PICTURES).map(({ name, picture }) => (
          <div key={name}>
            <ProductPicture picture={picture} />
          </div>
        ))}
      </div>
      <div className={styles.words}>
        <h2>
          <ShopLink href={`/order/${orderId}`}>{wordsFor(products)}</ShopLink>
        </h2>
        <p>
          Order {orderId} · {formatMoment(placedAt)}
        </p>
      </div>
      <StatusBadge status={status} />
      <p className={styles.total}>{formatMoney(total)}</p>
    </article>
  );
}

/** `Kestrel X14`, `Kestrel X14 and 2 more`. */
function wordsFor([first, ...others]: OrderInList['products']): string {
  if (!first) return 'Order';
  return others.length === 0 ? first.name : `${first.name} and ${others.length} more`;
}
