import { eventIdOf } from '@clickstream/event-schema/event-id-of';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readIdentity } from '../../../identity/identity';
import { readOrderKeys } from '../../../cart/cart-cookie';
import { OrderSummary } from '../../../components/checkout/order-summary';
import { Review } from '../../../components/checkout/review';
import { Transfer } from '../../../components/checkout/transfer';
import { ButtonLink } from '../../../components/forms/button';
import { Page } from '../../../components/layout/page';
import { readConfig } from '../../../config';
import { formatMoment } from '../../../formatting/time';
import type { BankAccount } from '../../../payment/bank-account';
import type { Transfer as BankTransfer } from '../../../payment/viet-qr';
import { shop, type Order } from '../../../shop';
import { TrackOrder, type OrderEventIds } from '../../../tracking/track-order';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Order placed', robots: { index: false } };

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, identity, orderKeys] = await Promise.all([params, readIdentity(), readOrderKeys()]);
  const viewer = { customerId: identity.userId, orderKeys };
  const order = await (await shop()).getOrder({ orderId: id.slice(0, 40), viewer });
  if (!order) notFound();
  const { bankAccount } = readConfig();

  return (
    <Page>
      {wasJustPlaced(order) && <TrackOrder order={order} eventIds={eventIdsOf(order)} />}
      <header className={styles.head}>
        <p className={styles.number}>
          Order {order.orderId} · {formatMoment(order.placedAt)}
        </p>
        <h1>Thank you, {order.details.delivery.name}.</h1>
        <p>Your order is in. Keep its number; the courier calls before coming.</p>
      </header>
      <div className={styles.order}>
        <div>
          {order.details.payment === 'bank_transfer' && bankAccount && (
            <Transfer transfer={transferOf(order, bankAccount)} />
          )}
          <Review details={order.details} />
          <ButtonLink href="/" look="quiet">
            Back to the shop
          </ButtonLink>
        </div>
        <OrderSummary items={order.items} totals={order} />
      </div>
    </Page>
  );
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
