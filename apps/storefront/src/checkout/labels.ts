import type { DeliveryMethod, PaymentMethod } from '../shop/gateway';

export const DELIVERY_LABELS: Record<DeliveryMethod, { title: string; text: string }> = {
  standard: { title: 'Standard', text: 'At your door in 2 to 3 days.' },
  express: { title: 'Express', text: 'Next day in large cities, 2 days elsewhere.' },
};

export const PAYMENT_LABELS: Record<PaymentMethod, { title: string; text: string }> = {
  cash_on_delivery: { title: 'Cash on delivery', text: 'Pay the courier when your order arrives.' },
  bank_transfer: {
    title: 'Bank transfer',
    text: 'The account and a VietQR code come with the order; the parcel ships once it is paid.',
  },
  card_online: { title: 'Card, now', text: 'You pay after placing the order; it is kept for 30 minutes.' },
  card_on_delivery: { title: 'Card on delivery', text: 'The courier brings a terminal.' },
};
