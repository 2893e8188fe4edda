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
        {next
          .filter((to) => to !== 'cancelled')
          .map((to) => (
            <DeskForm key={to} action={changeStatus} hidden={{ orderId, to }} button={BUTTONS[to]} />
          ))}
      </div>
      {next.includes('cancelled') && (
        <DeskForm
          action={changeStatus}
          hidden={{ orderId, to: 'cancelled' }}
          button={BUTTONS.cancelled}
          look="quiet"
          behind={{
            title: 'Cancel this order',
            text: 'Its pieces go back into stock, and what was paid of it is given back. This cannot be undone.',
          }}
        />
      )}
      {left > 0 && (
        <DeskForm
          action={giveBack}
          // A page that is sent twice gives money back once.
          hidden={{ orderId, key: `${orderId}:${order.changes.length}` }}
          fields={[
            { name: 'amount', label: 'Amount in VND', value: left, isNumber: true },
            { name: 'reason', label: 'Reason', maxLength: 500 },
          ]}
          button="Refund"
          behind={{ title: 'Give money back', text: `${formatMoney(left)} are left of this order.` }}
        />
      )}
    </section>
  );
}
