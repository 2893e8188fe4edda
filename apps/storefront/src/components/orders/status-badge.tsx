import { shownWords } from '../../language/shown-language';
import type { OrderStatus } from '../../shop/gateway';
import styles from './status-badge.module.css';

/** The status of an order in a word. */
export async function StatusBadge({ status }: { status: OrderStatus }) {
  const { statuses } = (await shownWords()).order;
  return (
    <span className={styles.badge} data-status={status}>
      {statuses[status]}
    </span>
  );
}
