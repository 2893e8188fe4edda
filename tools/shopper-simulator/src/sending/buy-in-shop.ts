import type { CheckoutDetails, PastOrder } from '@clickstream/shop-models';
import type { SimulatedEvent, SimulatedSession } from '../visits/visit';

type OrderEvent = Extract<SimulatedEvent, { readonly eventName: 'checkout_complete' }>;
type StepEvent = Extract<SimulatedEvent, { readonly eventName: 'checkout_step' }>;

/** Everyone's delivery: nothing is sent to anybody. */
const DELIVERY: Omit<CheckoutDetails['delivery'], 'method'> = {
  name: 'Simulated shopper',
  email: 'shopper@example.com',
  phone: '0912345678',
  address: '12 Lê Lợi',
  ward: 'Bến Thành',
  province: 'TP. Hồ Chí Minh',
  note: '',
};

/** The orders of a session as the shop places them: the same ids, carts, times and sums. */
export function ordersOf({ events, userAgent }: SimulatedSession): PastOrder[] {
  return events.flatMap((event) =>
    event.eventName === 'checkout_complete' ? [orderOf(event, events, userAgent)] : [],
  );
}

function orderOf(event: OrderEvent, events: readonly SimulatedEvent[], userAgent: string): PastOrder {
  const { order, cart, eventTimestamp } = event;
  return {
    orderId: order.orderId,
    cartAnalyticsId: cart?.cartId ?? '',
    placedAt: new Date(eventTimestamp),
    items: (order.items ?? []).map(({ id, quantity, price, discountPrice }) => ({
      productId: id,
      quantity: quantity ?? 1,
      ...(price && { unitPrice: discountPrice ?? price }),
    })),
    details: {
      delivery: {
        ...DELIVERY,
        method: chosen(events, event, 'delivery') === 'express' ? 'express' : 'standard',
      },
      payment: paymentOf(chosen(events, event, 'payment')),
    },
    total: order.revenue,
    origin: { byBrowser: true, userAgent, consent: 'granted', isStaff: null },
  };
}

/** The choice in the last step of that name before the order. */
function chosen(events: readonly SimulatedEvent[], order: OrderEvent, name: string): string | null {
  const steps = events
    .slice(0, events.indexOf(order))
    .filter(
      (event): event is StepEvent => event.eventName === 'checkout_step' && event.checkout.name === name,
    );
  return steps.at(-1)?.checkout.option ?? null;
}

function paymentOf(option: string | null): CheckoutDetails['payment'] {
  return option === 'bank_transfer' || option === 'card_on_delivery' ? option : 'cash_on_delivery';
}
