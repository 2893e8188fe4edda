import type { ReactNode } from 'react';
import { formatPhone } from '../../formatting/phone';
import { shownWords } from '../../language/shown-language';
import type { CheckoutDetails } from '../../shop';
import { fill } from '../../words/sentences';
import { ShopLink } from '../links/shop-link';
import styles from './review.module.css';

interface ReviewProps {
  readonly details: CheckoutDetails;
  /** True when each section links to its step. */
  readonly changeable?: boolean;
}

/** Details entered at the checkout, as text. */
export async function Review({ details, changeable = false }: ReviewProps) {
  const { review: words, deliveries, payments } = (await shownWords()).checkout;
  const { delivery, payment } = details;
  const change = (step: 'delivery' | 'payment') =>
    changeable && (
      <ShopLink
        href={`/checkout?step=${step}`}
        aria-label={fill(words.changeOf, { part: words[step].toLowerCase() })}
      >
        {words.change}
      </ShopLink>
    );
  return (
    <div className={styles.review}>
      <Part title={words.contact} action={change('delivery')}>
        <p>{delivery.name}</p>
        <p>{delivery.email}</p>
        <p>{formatPhone(delivery.phone)}</p>
      </Part>
      <Part title={words.delivery} action={change('delivery')}>
        <p>{delivery.address}</p>
        <p>
          {delivery.ward}, {delivery.province}
        </p>
        <p>
          {deliveries[delivery.method].title}. {deliveries[delivery.method].text}
        </p>
        {delivery.note && <p>“{delivery.note}”</p>}
      </Part>
      <Part title={words.payment} action={change('payment')}>
        <p>{payments[payment].title}</p>
        <p>{payments[payment].text}</p>
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
