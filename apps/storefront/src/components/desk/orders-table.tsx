import { formatMoney } from '../../formatting/money';
import { formatMoment } from '../../formatting/time';
import { wordsIn } from '../../words';
import type { DeskOrderInList } from '../../shop';
import { ShopLink } from '../links/shop-link';
import { StatusBadge } from '../orders/status-badge';
import styles from './tables.module.css';

/** Orders with their customers, each with a link to its page. */
export function OrdersTable({ orders }: { orders: readonly DeskOrderInList[] }) {
  return (
    <div className={styles.scroll} role="region" aria-label="Orders" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>Order</th>
            <th>Placed</th>
            <th>Customer</th>
            <th>Products</th>
            <th>Payment</th>
            <th className={styles.number}>Total</th>
            <th>Status</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.orderId}>
              <th scope="row">
                <ShopLink href={`/desk/orders/${order.orderId}`}>{order.orderId}</ShopLink>
              </th>
              <td>{formatMoment(order.placedAt, 'en')}</td>
              <td>{order.customer}</td>
              <td>{order.products.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ')}</td>
              <td>{wordsIn('en').checkout.payments[order.payment].title}</td>
              <td className={styles.number}>{formatMoney(order.total)}</td>
              <td>
                <StatusBadge status={order.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
