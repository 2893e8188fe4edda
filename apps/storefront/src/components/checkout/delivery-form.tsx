'use client';

import { saveDelivery } from '../../checkout/actions';
import { DELIVERY_LABELS } from '../../checkout/labels';
import { formatMoney } from '../../formatting/money';
import {
  DELIVERY_METHODS,
  PROVINCES,
  shippingFor,
  type Delivery,
  type DeliveryMethod,
} from '../../shop/gateway';
import { useChosenDelivery } from './chosen-delivery';
import { Button } from '../forms/button';
import { Choices } from '../forms/choices';
import { Field, SelectField } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';

interface DeliveryFormProps {
  /** Known values: entered before, or from the account. */
  readonly known: Partial<Delivery>;
  readonly subtotal: number;
}

/** First step: recipient, address and delivery method. */
export function DeliveryForm({ known, subtotal }: DeliveryFormProps) {
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
      <Field
        name="address"
        label="Street and house number"
        autoComplete="address-line1"
        defaultValue={value('address')}
        error={fields.address}
      />
      <div className={styles.pair}>
        <Field
          name="ward"
          label="Ward or commune"
          autoComplete="address-level2"
          defaultValue={value('ward')}
          error={fields.ward}
        />
        <SelectField
          name="province"
          label="Province or city"
          options={PROVINCES}
          placeholder="Choose …"
          defaultValue={value('province')}
          error={fields.province}
        />
      </div>
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
      <Button disabled={pending}>Continue to payment</Button>
    </form>
  );
}

function priceOf(shipping: number): string {
  return shipping === 0 ? 'Free' : formatMoney(shipping);
}
