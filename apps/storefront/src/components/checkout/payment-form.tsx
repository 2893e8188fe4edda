'use client';

import { savePayment } from '../../checkout/actions';
import type { PaymentMethod } from '../../shop/gateway';
import type { Words } from '../../words';
import { Button } from '../forms/button';
import { Choices } from '../forms/choices';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';

interface PaymentFormProps {
  readonly chosen: PaymentMethod | undefined;
  readonly offered: readonly PaymentMethod[];
  readonly words: Pick<Words['checkout'], 'payment' | 'payments'>;
}

/** Second step: payment method. No card number is ever requested here. */
export function PaymentForm({ chosen, offered, words }: PaymentFormProps) {
  const [answer, action, pending] = useSafeAction(savePayment, {});
  useTrackedErrors('payment', answer);
  return (
    <form action={action} className={styles.stack}>
      <Problem text={answer.problem} />
      <Choices
        name="payment"
        legend={words.payment.label}
        defaultValue={chosen ?? 'cash_on_delivery'}
        choices={offered.map((method) => ({ value: method, ...words.payments[method] }))}
      />
      <Button disabled={pending}>{words.payment.next}</Button>
    </form>
  );
}
