'use client';

import { placeOrder } from '../../checkout/actions';
import { Button } from '../forms/button';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useSafeAction } from '../../forms/use-safe-action';

/** The last step: places the order for the total on the screen, and for no other. */
export function PlaceOrderForm({ total }: { total: number }) {
  const [{ problem }, action, pending] = useSafeAction(placeOrder, {});
  return (
    <form action={action} className={styles.stack}>
      <Problem text={problem} />
      <input type="hidden" name="expectedTotal" value={total} />
      <Button disabled={pending}>Place order</Button>
    </form>
  );
}
