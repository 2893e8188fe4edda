'use client';

import { useTrackedErrors } from '../../forms/use-tracked-errors';
import { useSafeAction } from '../../forms/use-safe-action';
import { payOrder } from '../../payment/actions';
import { formatMoney } from '../../formatting/money';
import type { OfferedCard } from '../../shop/payments';
import { Button } from '../forms/button';
import { Choices } from '../forms/choices';
import stack from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import styles from './pay-form.module.css';

interface PayFormProps {
  readonly orderId: string;
  readonly amount: number;
  readonly cards: readonly OfferedCard[];
}

/** Pays an order with one of the cards of the provider. No number of a card is typed here. */
export function PayForm({ orderId, amount, cards }: PayFormProps) {
  const [answer, action, pending] = useSafeAction(payOrder, {});
  useTrackedErrors('card_payment', answer);
  return (
    <section aria-labelledby="pay" className={styles.pay}>
      <h2 id="pay">Pay {formatMoney(amount)} by card</h2>
      <p>These are the cards of the test provider. No money moves.</p>
      <form action={action} className={stack.stack}>
        <Problem text={answer.problem} />
        <input type="hidden" name="orderId" value={orderId} />
        <Choices
          name="card"
          legend="Card"
          defaultValue={cards[0]?.card}
          choices={cards.map(({ card, title, text }) => ({ value: card, title, text }))}
        />
        <Button disabled={pending}>Pay now</Button>
      </form>
    </section>
  );
}
