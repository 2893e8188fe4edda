'use client';

import { saveDelivery } from '../../checkout/actions';
import { formatMoney } from '../../formatting/money';
import { DELIVERY_METHODS, shippingFor, type Delivery, type DeliveryMethod } from '../../shop/gateway';
import type { Words } from '../../words';
import { PlaceFields } from '../addresses/address-fields';
import { useChosenDelivery } from './chosen-delivery';
import { Button } from '../forms/button';
import { Choices } from '../forms/choices';
import { Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';

interface DeliveryFormProps {
  /** Known values: entered before, or from the account. */
  readonly known: Partial<Delivery>;
  readonly subtotal: number;
  /** True for a customer who is signed in, who has an address book. */
  readonly isKeepable: boolean;
  readonly words: Pick<
    Words['checkout'],
    'contact' | 'place' | 'optional' | 'delivery' | 'deliveries' | 'free'
  >;
}

/** First step: recipient, address and delivery method. */
export function DeliveryForm({ known, subtotal, isKeepable, words }: DeliveryFormProps) {
  const { contact, deliveries } = words;
  const [answer, action, pending] = useSafeAction(saveDelivery, {});
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('delivery', answer);
  const [, choose] = useChosenDelivery();
  const value = (field: keyof Delivery) => typed?.[field] ?? known[field];

  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <Field
        name="name"
        label={contact.name}
        autoComplete="name"
        defaultValue={value('name')}
        error={fields.name}
      />
      <div className={styles.pair}>
        <Field
          name="email"
          label={contact.email}
          type="email"
          autoComplete="email"
          defaultValue={value('email')}
          error={fields.email}
        />
        <Field
          name="phone"
          label={contact.phone}
          type="tel"
          autoComplete="tel"
          hint={contact.phoneHint}
          defaultValue={value('phone')}
          error={fields.phone}
        />
      </div>
      <PlaceFields value={value} errors={fields} words={words.place} />
      <Field
        name="note"
        label={contact.note}
        optional={words.optional}
        autoComplete="off"
        defaultValue={value('note')}
        error={fields.note}
      />
      <Choices
        name="method"
        legend={words.delivery}
        defaultValue={value('method') ?? 'standard'}
        onChoose={(method) => choose(method as DeliveryMethod)}
        choices={DELIVERY_METHODS.map((method) => ({
          value: method,
          ...deliveries[method],
          price: priceOf(shippingFor(subtotal, method), words.free),
        }))}
      />
      {isKeepable && (
        <label className={styles.keep}>
          <input type="checkbox" name="keep" value="yes" /> {contact.keep}
        </label>
      )}
      <Button disabled={pending}>{contact.next}</Button>
    </form>
  );
}

function priceOf(shipping: number, free: string): string {
  return shipping === 0 ? free : formatMoney(shipping);
}
