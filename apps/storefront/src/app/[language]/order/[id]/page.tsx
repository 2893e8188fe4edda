import { eventIdOf } from '@clickstream/event-schema/event-id-of';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { readIdentity } from '../../../../identity/identity';
import { readOrderKeys } from '../../../../cart/cart-cookie';
import { OrderSummary } from '../../../../components/checkout/order-summary';
import { PayForm } from '../../../../components/checkout/pay-form';
import { PendingPayment } from '../../../../components/checkout/pending-payment';
import { Review } from '../../../../components/checkout/review';
import { Transfer } from '../../../../components/checkout/transfer';
import { ButtonLink } from '../../../../components/links/button-link';
import { ChangeOrder } from '../../../../components/orders/change-order';
import { ReviewLinks } from '../../../../components/reviews/review-links';
import { OrderSteps } from '../../../../components/orders/order-steps';
import { Page } from '../../../../components/layout/page';
import { readConfig } from '../../../../config';
import { formatDay, formatMoment } from '../../../../formatting/time';
import type { BankAccount } from '../../../../payment/bank-account';
import type { Transfer as BankTransfer } from '../../../../payment/viet-qr';
import { statusSentence, wasPaid } from '../../../../orders/status-words';
import {
  deliveryDays,
  isCancellable,
  isReturnable,
  isWithinReturnTime,
  shop,
  type Order,
} from '../../../../shop';
import { offeredCards } from '../../../../shop/payments';
import { TrackOrder, type OrderEventIds } from '../../../../tracking/track-order';
import type { Language } from '../../../../words/languages';
import { shownLanguage, shownWords } from '../../../../language/shown-language';
import type { Words } from '../../../../words';
import { fill } from '../../../../words/sentences';
import styles from './page.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).order.title, robots: { index: false } };
}

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, identity, orderKeys, language, { order: words, checkout }] = await Promise.all([
    params,
    readIdentity(),
    readOrderKeys(),
    shownLanguage(),
    shownWords(),
  ]);
  const viewer = { customerId: identity.userId, orderKeys };
  const order = await (await shop()).getOrder({ orderId: id.slice(0, 40), viewer });
  if (!order) notFound();
  const { bankAccount } = readConfig();
  const change = { orderId: order.orderId, words: words.change, optional: checkout.optional };

  return (
    <Page>
      {order.isSold && wasJustPlaced(order) && <TrackOrder order={order} eventIds={eventIdsOf(order)} />}
      <header className={styles.head}>
        <p className={styles.number}>
          {fill(words.numbered, { number: order.orderId })} · {formatMoment(order.placedAt, language)}
        </p>
        <h1>{titleOf(order, words)}</h1>
        <p>{statusSentence(order, words, language)}</p>
        {arrivalOf(order, words, language)}
      </header>
      <div className={styles.order}>
        <div>
          <CardPayment order={order} words={words} />
          <OrderSteps steps={order.steps} />
          {order.status === 'placed' && order.details.payment === 'bank_transfer' && bankAccount && (
            <Transfer transfer={transferOf(order, bankAccount)} />
          )}
          <Review details={order.details} />
          {isCancellable(order.status) && <ChangeOrder way="cancel" {...change} />}
          {identity.userId && order.steps.some(({ status }) => status === 'delivered') && (
            <ReviewLinks items={order.items} />
          )}
          {isReturnable(order.status) && isWithinReturnTime(order, new Date()) && (
            <ChangeOrder way="return" {...change} />
          )}
          <ButtonLink href="/" look="quiet">
            {words.back}
          </ButtonLink>
        </div>
        <OrderSummary
          items={order.items}
          totals={order}
          coupon={order.coupon}
          refunded={wasPaid(order) ? order.refunded : 0}
          words={checkout.sums}
        />
      </div>
    </Page>
  );
}

/** The payment that the order waits for. */
function CardPayment({ order, words }: { order: Order; words: Words['order'] }) {
  const { orderId, total, openPayment } = order;
  if (!openPayment) return null;
  if (openPayment.state === 'pending') return <PendingPayment orderId={orderId} words={words.pending} />;
  return <PayForm orderId={orderId} amount={total} cards={offeredCards()} words={words.pay} />;
}

function titleOf(order: Order, words: Words['order']): string {
  return order.isSold && ['placed', 'paid'].includes(order.status) && wasJustPlaced(order)
    ? fill(words.thanks, { name: order.details.delivery.name })
    : words.titles[order.status];
}

/** The days on which it arrives, until it has or the last of them is over. */
function arrivalOf({ status, steps, details }: Order, words: Words['order'], language: Language): ReactNode {
  const isPaidFirst = details.payment === 'bank_transfer' || details.payment === 'card_online';
  // A parcel that is paid first begins its way when it is.
  const start = steps.find((step) => step.status === (isPaidFirst ? 'paid' : 'placed'));
  if (!start || !(isCancellable(status) || status === 'shipped')) return null;
  const { from, to } = deliveryDays(new Date(start.at), details.delivery.method);
  return to.getTime() > Date.now() ? (
    <p>{fill(words.arrives, { from: formatDay(from, language), to: formatDay(to, language) })}</p>
  ) : null;
}

function transferOf({ orderId, total }: Order, to: BankAccount): BankTransfer {
  return { to, amount: total, bill: orderId, reference: orderId };
}

function eventIdsOf({ orderId, placedAt }: Order): OrderEventIds {
  return {
    review: eventIdOf(`checkout_step:review:${orderId}`, placedAt),
    complete: eventIdOf(`checkout_complete:${orderId}`, placedAt),
  };
}

/**
 * Later, the page may be opened on another device, which cannot know that the
 * order was tracked already.
 */
function wasJustPlaced({ placedAt }: Order): boolean {
  return Date.now() - Date.parse(placedAt) < 30 * 60_000;
}
