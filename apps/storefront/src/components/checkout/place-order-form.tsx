'use client';

import { placeOrder } from '../../checkout/actions';
import { Button } from '../forms/button';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';
import { lastPlaces } from '../../tracking/choices/last-list';
import { visitorOfEvents } from '../../tracking/storefront-tracker';
import { addVisitor } from '../../checkout/visitor-fields';

/** With the order, the shop learns the browser of its event. */
function tellVisitor(form: FormData): null {
  addVisitor(form, { ...visitorOfEvents(), places: lastPlaces() });
  return null;
}

/** The last step: places the order for the total on the screen, and for no other. */
export function PlaceOrderForm({ total, button }: { total: number; button: string }) {
  const [answer, action, pending] = useSafeAction(placeOrder, {}, tellVisitor);
  useTrackedErrors('review', answer);
  return (
    <form action={action} className={styles.stack}>
      <Problem text={answer.problem} />
      <input type="hidden" name="expectedTotal" value={total} />
      <Button disabled={pending}>{button}</Button>
    </form>
  );
}
