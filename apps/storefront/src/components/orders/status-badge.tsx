import { STATUS_LABELS } from '../../orders/status-words';
import type { OrderStatus } from '../../shop/gateway';
import styles from './status-badge.module.css';

/** The status of an order in a word. */
export function StatusBadge({ status }: { status: OrderStatus }) {
  return (
    <span className={styles.badge} data-status={status}>
      {STATUS_LABELS[status]}
    </span>
  );
}
