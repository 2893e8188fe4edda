'use client';

import { savePayment } from '../../checkout/actions';
import { PAYMENT_LABELS } from '../../checkout/labels';
import type { PaymentMethod } from '../../shop/gateway';
import { Button } from '../forms/button';
import { Choices } from '../forms/choices';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';

interface PaymentFormProps {
  readonly chosen: PaymentMethod | undefined;
  readonly offered: readonly PaymentMethod[];
}

/** Second step: payment method. No card number is ever requested here. */
export function PaymentForm({ chosen, offered }: PaymentFormProps) {
  const [answer, action, pending] = useSafeAction(savePayment, {});
  useTrackedErrors('payment', answer);
  return (
    <form action={action} className={styles.stack}>
      <Problem text={answer.problem} />
      <Choices
        name="payment"
        legend="Payment method"
        defaultValue={chosen ?? 'cash_on_delivery'}
        choices={offered.map((method) => ({ value: method, ...PAYMENT_LABELS[method] }))}
      />
      <Button disabled={pending}>Continue to review</Button>
    </form>
  );
}
