import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readIdentity, type Identity } from '../../identity/identity';
import { readCart } from '../../cart/cart-cookie';
import { STEPS, stepToShow, type Step } from '../../checkout/steps';
import { DeliveryForm } from '../../components/checkout/delivery-form';
import { OrderSummary } from '../../components/checkout/order-summary';
import { PaymentForm } from '../../components/checkout/payment-form';
import { PlaceOrderForm } from '../../components/checkout/place-order-form';
import { Review } from '../../components/checkout/review';
import { StepTrail } from '../../components/checkout/step-trail';
import { Page } from '../../components/layout/page';
import { ShopLink } from '../../components/links/shop-link';
import { parameter, type Query } from '../../formatting/query';
import { orderTotals, type Cart } from '../../shop';
import { TrackCheckout } from '../../tracking/track-checkout';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Checkout', robots: { index: false } };

export default async function CheckoutPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, cart, identity] = await Promise.all([searchParams, readCart(), readIdentity()]);
  if (!cart || cart.items.length === 0) redirect('/cart');

  const step = stepToShow(parameter(query, 'step'), cart.checkout);
  const totals = orderTotals(cart.items, cart.checkout.delivery?.method ?? 'standard');
  return (
    <Page>
      <TrackCheckout cart={cart} />
      <StepTrail current={step} />
      <h1 className={styles.title}>{STEPS.find(({ name }) => name === step)?.title}</h1>
      <div className={styles.checkout}>
        <div>
          <StepForm step={step} cart={cart} identity={identity} total={totals.total} />
        </div>
        <OrderSummary items={cart.items} totals={totals} />
      </div>
    </Page>
  );
}

interface StepFormProps {
  readonly step: Step;
  readonly cart: Cart;
  readonly identity: Identity;
  readonly total: number;
}

function StepForm({ step, cart, identity, total }: StepFormProps) {
  const { delivery, payment } = cart.checkout;
  if (step === 'review' && delivery && payment) {
    return (
      <>
        <Review details={{ delivery, payment }} changeable />
        <PlaceOrderForm total={total} />
      </>
    );
  }
  if (step === 'payment') return <PaymentForm chosen={payment} />;

  const { shopper } = identity;
  const known = delivery ?? (shopper ? { name: shopper.name, email: shopper.email } : {});
  return (
    <>
      {!shopper && (
        <p className={styles.signIn}>
          You are buying as a guest. <ShopLink href="/sign-in?next=/checkout">Sign in</ShopLink> to find this
          order again anywhere.
        </p>
      )}
      <DeliveryForm known={known} subtotal={cart.subtotal} />
    </>
  );
}
