import type { ReactNode } from 'react';
import { DELIVERY_LABELS, PAYMENT_LABELS } from '../../checkout/labels';
import { formatPhone } from '../../formatting/phone';
import type { CheckoutDetails } from '../../shop';
import { ShopLink } from '../links/shop-link';
import styles from './review.module.css';

interface ReviewProps {
  readonly details: CheckoutDetails;
  /** True when each section links to its step. */
  readonly changeable?: boolean;
}

/** Details entered at the checkout, as text. */
export function Review({ details, changeable = false }: ReviewProps) {
  const { delivery, payment } = details;
  const change = (step: string) => changeable && <Change step={step} />;
  return (
    <div className={styles.review}>
      <Part title="Contact" action={change('delivery')}>
        <p>{delivery.name}</p>
        <p>{delivery.email}</p>
        <p>{formatPhone(delivery.phone)}</p>
      </Part>
      <Part title="Delivery" action={change('delivery')}>
        <p>{delivery.address}</p>
        <p>
          {delivery.ward}, {delivery.province}
        </p>
        <p>
          {DELIVERY_LABELS[delivery.method].title}. {DELIVERY_LABELS[delivery.method].text}
        </p>
        {delivery.note && <p>“{delivery.note}”</p>}
      </Part>
      <Part title="Payment" action={change('payment')}>
        <p>{PAYMENT_LABELS[payment].title}</p>
        <p>{PAYMENT_LABELS[payment].text}</p>
      </Part>
    </div>
  );
}

function Part({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>
        {title} {action}
      </h2>
      {children}
    </section>
  );
}

function Change({ step }: { step: string }) {
  return (
    <ShopLink href={`/checkout?step=${step}`} aria-label={`Change ${step}`}>
      Change
    </ShopLink>
  );
}
