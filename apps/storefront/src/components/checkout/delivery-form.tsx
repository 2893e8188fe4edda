'use client';

import { saveDelivery } from '../../checkout/actions';
import { DELIVERY_LABELS } from '../../checkout/labels';
import { formatMoney } from '../../formatting/money';
import { DELIVERY_METHODS, shippingFor, type Delivery, type DeliveryMethod } from '../../shop/gateway';
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
}

/** First step: recipient, address and delivery method. */
export function DeliveryForm({ known, subtotal, isKeepable }: DeliveryFormProps) {
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
        label="Full name"
        autoComplete="name"
        defaultValue={value('name')}
        error={fields.name}
      />
      <div className={styles.pair}>
        <Field
          name="email"
          label="Email"
          type="email"
          autoComplete="email"
          defaultValue={value('email')}
          error={fields.email}
        />
        <Field
          name="phone"
          label="Phone"
          type="tel"
          autoComplete="tel"
          hint="The courier calls before delivery."
          defaultValue={value('phone')}
          error={fields.phone}
        />
      </div>
      <PlaceFields value={value} errors={fields} />
      <Field
        name="note"
        label="Note for the courier"
        optional
        autoComplete="off"
        defaultValue={value('note')}
        error={fields.note}
      />
      <Choices
        name="method"
        legend="Delivery"
        defaultValue={value('method') ?? 'standard'}
        onChoose={(method) => choose(method as DeliveryMethod)}
        choices={DELIVERY_METHODS.map((method) => ({
          value: method,
          ...DELIVERY_LABELS[method],
          price: priceOf(shippingFor(subtotal, method)),
        }))}
      />
      {isKeepable && (
        <label className={styles.keep}>
          <input type="checkbox" name="keep" value="yes" /> Keep this address for the next order
        </label>
      )}
      <Button disabled={pending}>Continue to payment</Button>
    </form>
  );
}

function priceOf(shipping: number): string {
  return shipping === 0 ? 'Free' : formatMoney(shipping);
}
