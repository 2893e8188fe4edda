'use client';

import { savePayment } from '../../checkout/actions';
import { PAYMENT_LABELS } from '../../checkout/labels';
import { PAYMENT_METHODS, type PaymentMethod } from '../../shop/gateway';
import { Button } from '../forms/button';
import { Choices } from '../forms/choices';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useSafeAction } from '../../forms/use-safe-action';

/** Second step: payment method. No card number is ever requested here. */
export function PaymentForm({ chosen }: { chosen: PaymentMethod | undefined }) {
  const [{ problem }, action, pending] = useSafeAction(savePayment, {});
  return (
    <form action={action} className={styles.stack}>
      <Problem text={problem} />
      <Choices
        name="payment"
        legend="Payment method"
        defaultValue={chosen ?? 'cash_on_delivery'}
        choices={PAYMENT_METHODS.map((method) => ({ value: method, ...PAYMENT_LABELS[method] }))}
      />
      <Button disabled={pending}>Continue to review</Button>
    </form>
  );
}
