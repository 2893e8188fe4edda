import type { Metadata } from 'next';
import { readIdentity, type Identity } from '../../../identity/identity';
import { readCart } from '../../../cart/cart-cookie';
import { stepToShow, type Step } from '../../../checkout/steps';
import { DeliveryStep } from '../../../components/checkout/delivery-step';
import { CheckoutSummary } from '../../../components/checkout/checkout-summary';
import { ChosenDelivery } from '../../../components/checkout/chosen-delivery';
import { PaymentForm } from '../../../components/checkout/payment-form';
import { offeredPayments } from '../../../payment/offered-payments';
import { PlaceOrderForm } from '../../../components/checkout/place-order-form';
import { Review } from '../../../components/checkout/review';
import { StepTrail } from '../../../components/checkout/step-trail';
import { Page } from '../../../components/layout/page';
import { parameter, type Query } from '../../../formatting/query';
import { isAvailable, orderTotals, type Cart } from '../../../shop';
import { TrackCheckout } from '../../../tracking/track-checkout';
import { leadTo, shownWords } from '../../../language/shown-language';
import { fill } from '../../../words/sentences';
import styles from './page.module.css';

interface CheckoutProps {
  readonly searchParams: Promise<Query>;
}

/** Each step has its own title, which is announced, and recorded with the view of its page. */
export async function generateMetadata({ searchParams }: CheckoutProps): Promise<Metadata> {
  const [query, cart, { checkout }] = await Promise.all([searchParams, readCart(), shownWords()]);
  const step = stepToShow(parameter(query, 'step'), cart?.checkout ?? {});
  return { title: fill(checkout.title, { step: checkout.steps[step] }), robots: { index: false } };
}

export default async function CheckoutPage({ searchParams }: CheckoutProps) {
  const [query, cart, identity, words] = await Promise.all([
    searchParams,
    readCart(),
    readIdentity(),
    shownWords(),
  ]);
  // The cart says which product is short, and lets it be changed.
  if (!cart || cart.items.length === 0 || !cart.items.every(isAvailable)) return leadTo('/cart');

  const step = stepToShow(parameter(query, 'step'), cart.checkout);
  const method = cart.checkout.delivery?.method ?? 'standard';
  const { total } = orderTotals(cart.items, method, cart.coupon?.discount);
  return (
    <Page>
      <TrackCheckout cart={cart} />
      <StepTrail current={step} />
      <h1 className={styles.title}>{words.checkout.steps[step]}</h1>
      <ChosenDelivery saved={method} key={step}>
        <div className={styles.checkout}>
          <div>
            <StepForm
              step={step}
              cart={cart}
              identity={identity}
              total={total}
              address={parameter(query, 'address')}
            />
          </div>
          <CheckoutSummary
            items={cart.items}
            coupon={cart.coupon}
            words={words.checkout.sums}
            couponWords={words.cart.coupon}
          />
        </div>
      </ChosenDelivery>
    </Page>
  );
}

interface StepFormProps {
  readonly step: Step;
  readonly cart: Cart;
  readonly identity: Identity;
  readonly total: number;
  /** The id of a kept address to fill the form with. */
  readonly address: string | undefined;
}

async function StepForm({ step, cart, identity, total, address }: StepFormProps) {
  const { checkout: words } = await shownWords();
  const { delivery, payment } = cart.checkout;
  if (step === 'review' && delivery && payment) {
    return (
      <>
        <Review details={{ delivery, payment }} changeable />
        <PlaceOrderForm total={total} button={words.review.place} />
      </>
    );
  }
  if (step === 'payment')
    return (
      <PaymentForm
        chosen={payment}
        offered={offeredPayments()}
        words={{ payment: words.payment, payments: words.payments }}
      />
    );

  return <DeliveryStep cart={cart} identity={identity} chosen={address} />;
}
