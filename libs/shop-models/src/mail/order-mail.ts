import type { Order } from '../contract/order-contract';

/** A mail about an order. */
export interface OrderMail {
  /** The same key again is the same mail. */
  readonly key: string;
  readonly subject: string;
  readonly body: string;
}

const VND = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });

/** The order is in, and what happens next. */
export function confirmationMail(order: Order): OrderMail {
  const { orderId, details } = order;
  const next =
    details.payment === 'bank_transfer'
      ? `Please transfer ${VND.format(order.total)} with the reference ${orderId}. The page of the order shows the account. We pack it once the transfer has arrived.`
      : 'We pack it next. The courier calls before coming.';
  return mail(order, 'confirmed', `Your order ${orderId}`, [
    'Thank you for your order.',
    linesOf(order),
    sumsOf(order),
    addressOf(order),
    next,
  ]);
}

/** The parcel is with the courier. */
export function shippingMail(order: Order): OrderMail {
  return mail(order, 'shipped', `Your order ${order.orderId} is on its way`, [
    'The courier has your parcel, and calls before coming.',
    linesOf(order),
    addressOf(order),
  ]);
}

/** The order is cancelled. Money that comes back has a mail of its own. */
export function cancellationMail(order: Order): OrderMail {
  return mail(order, 'cancelled', `Your order ${order.orderId} is cancelled`, [
    'Your order is cancelled. There is nothing to pay.',
    linesOf(order),
  ]);
}

/** Money is on its way back. */
export function refundMail(order: Order, refundId: string, amount: number): OrderMail {
  const how =
    order.details.payment === 'card_online' ? 'to the card that you paid with' : 'by transfer; we call you';
  return mail(order, `refund:${refundId}`, `Money back for your order ${order.orderId}`, [
    `We give you ${VND.format(amount)} back, ${how}.`,
  ]);
}

function mail(order: Order, about: string, subject: string, parts: readonly string[]): OrderMail {
  const body = [`Dear ${order.details.delivery.name},`, ...parts, 'SBW'].join('\n\n');
  return { key: `${order.orderId}:${about}`, subject, body };
}

function linesOf({ items }: Order): string {
  return items
    .map(
      ({ product, quantity, unitPrice }) =>
        `${quantity} × ${product.name}   ${VND.format(unitPrice * quantity)}`,
    )
    .join('\n');
}

function sumsOf({ subtotal, discount, coupon, shipping, total, tax }: Order): string {
  return [
    `Subtotal ${VND.format(subtotal)}`,
    ...(discount > 0 ? [`Coupon ${coupon} −${VND.format(discount)}`] : []),
    `Delivery ${shipping === 0 ? 'free' : VND.format(shipping)}`,
    `Total ${VND.format(total)}, including ${VND.format(tax)} value added tax`,
  ].join('\n');
}

function addressOf({ details: { delivery } }: Order): string {
  return `To: ${delivery.name}, ${delivery.address}, ${delivery.ward}, ${delivery.province}`;
}
