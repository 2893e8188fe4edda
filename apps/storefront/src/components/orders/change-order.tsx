'use client';

import { useSafeAction } from '../../forms/use-safe-action';
import { cancelOrder, requestReturn } from '../../orders/actions';
import type { Words } from '../../words';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import stack from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import styles from './change-order.module.css';

/** Ways of a customer to change an order, each behind a question. */
const WAYS = { cancel: cancelOrder, return: requestReturn };

interface ChangeOrderProps {
  readonly way: keyof typeof WAYS;
  readonly orderId: string;
  readonly words: Words['order']['change'];
  readonly optional: string;
}

/** Cancels or returns an order; it opens without JavaScript, too. */
export function ChangeOrder({ way, orderId, words, optional }: ChangeOrderProps) {
  const { title, text, button } = words[way];
  const [{ problem, typed }, action, pending] = useSafeAction(WAYS[way], {});
  return (
    <details className={styles.change} open={problem !== undefined}>
      <summary>{title}</summary>
      <form action={action} className={stack.stack}>
        <p>{text}</p>
        <Problem text={problem} />
        <input type="hidden" name="orderId" value={orderId} />
        <Field
          name="reason"
          label={words.reason}
          optional={optional}
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
