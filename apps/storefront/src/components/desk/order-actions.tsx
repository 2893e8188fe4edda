import { changeStatus, giveBack } from '../../desk/actions';
import { formatMoney } from '../../formatting/money';
import { nextStatuses, type DeskOrder, type OrderStatus } from '../../shop';
import { DeskForm } from './desk-form';
import styles from './order-actions.module.css';

/** Words of the button that gives an order this status. */
const BUTTONS: Record<OrderStatus, string> = {
  awaiting_payment: 'Wait for payment',
  payment_failed: 'Not paid',
  placed: 'Place',
  paid: 'The transfer has arrived',
  packed: 'Packed',
  shipped: 'Given to the courier',
  delivered: 'Delivered',
  return_requested: 'Note a request to return',
  returned: 'It is back: restock',
  cancelled: 'Cancel and refund',
};

/** Everything that can be done to an order: its next statuses, and a refund. */
export function OrderActions({ order }: { order: DeskOrder }) {
  const { orderId, status, payment } = { ...order, payment: order.details.payment };
  const next = nextStatuses(status).filter((to) => to !== 'paid' || payment === 'bank_transfer');
  const left = order.isSold ? order.total - order.refunded : 0;
  return (
    <section aria-label="Actions" className={styles.actions}>
      <div className={styles.statuses}>
        {next.map((to) => (
          <DeskForm
            key={to}
            action={changeStatus}
            hidden={{ orderId, to }}
            button={BUTTONS[to]}
            look={to === 'cancelled' ? 'quiet' : 'main'}
          />
        ))}
      </div>
      {left > 0 && (
        <details className={styles.refund}>
          <summary>Give money back</summary>
          <p>{formatMoney(left)} are left of this order.</p>
          <DeskForm
            action={giveBack}
            // A page that is sent twice gives money back once.
            hidden={{ orderId, key: `${orderId}:${order.changes.length}` }}
            button="Refund"
          >
            <label>
              Amount in VND
              <input name="amount" inputMode="numeric" defaultValue={left} autoComplete="off" />
            </label>
            <label>
              Reason
              <input name="reason" maxLength={500} autoComplete="off" />
            </label>
          </DeskForm>
        </details>
      )}
    </section>
  );
}
