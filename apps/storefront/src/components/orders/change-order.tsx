'use client';

import { useSafeAction } from '../../forms/use-safe-action';
import { cancelOrder, requestReturn } from '../../orders/actions';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import stack from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import styles from './change-order.module.css';

/** Ways of a customer to change an order, each behind a question. */
const WAYS = {
  cancel: {
    action: cancelOrder,
    title: 'Cancel this order',
    text: 'Nothing has been sent yet. What you have paid comes back to you. This cannot be undone.',
    button: 'Cancel the order',
  },
  return: {
    action: requestReturn,
    title: 'Send it back',
    text: 'We call you to arrange the pick-up, and give your money back when it is here.',
    button: 'Request a return',
  },
};

/** Cancels or returns an order; it opens without JavaScript, too. */
export function ChangeOrder({ way, orderId }: { way: keyof typeof WAYS; orderId: string }) {
  const { action: change, title, text, button } = WAYS[way];
  const [{ problem, typed }, action, pending] = useSafeAction(change, {});
  return (
    <details className={styles.change} open={problem !== undefined}>
      <summary>{title}</summary>
      <form action={action} className={stack.stack}>
        <p>{text}</p>
        <Problem text={problem} />
        <input type="hidden" name="orderId" value={orderId} />
        <Field
          name="reason"
          label="Reason"
          optional
          autoComplete="off"
          maxLength={500}
          defaultValue={typed?.reason}
        />
        <Button disabled={pending} look="quiet">
          {button}
        </Button>
      </form>
    </details>
  );
}
