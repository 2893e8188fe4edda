'use client';

import { useTrackedErrors } from '../../forms/use-tracked-errors';
import { useSafeAction } from '../../forms/use-safe-action';
import { payOrder } from '../../payment/actions';
import { formatMoney } from '../../formatting/money';
import type { OfferedCard } from '../../shop/payments';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import { Button } from '../forms/button';
import { Choices } from '../forms/choices';
import stack from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import styles from './pay-form.module.css';

interface PayFormProps {
  readonly orderId: string;
  readonly amount: number;
  readonly cards: readonly OfferedCard[];
  readonly words: Words['order']['pay'];
}

/** Pays an order with one of the cards of the provider. No number of a card is typed here. */
export function PayForm({ orderId, amount, cards, words }: PayFormProps) {
  const [answer, action, pending] = useSafeAction(payOrder, {});
  useTrackedErrors('card_payment', answer);
  return (
    <section aria-labelledby="pay" className={styles.pay}>
      <h2 id="pay">{fill(words.title, { amount: formatMoney(amount) })}</h2>
      <p>{words.text}</p>
      <form action={action} className={stack.stack}>
        <Problem text={answer.problem} />
        <input type="hidden" name="orderId" value={orderId} />
        <Choices
          name="card"
          legend={words.card}
          defaultValue={cards[0]?.card}
          choices={cards.map(({ card, title, text }) => ({
            value: card,
            title,
            text: (words.cards as Record<string, string>)[card] ?? text,
          }))}
        />
        <Button disabled={pending}>{words.button}</Button>
      </form>
    </section>
  );
}
