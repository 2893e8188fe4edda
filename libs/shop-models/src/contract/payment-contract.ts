/** Every state of a payment: what comes later in this list is never undone by what comes before. */
export const PAYMENT_STATUSES = ['pending', 'declined', 'succeeded', 'returned'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** A charge to ask the provider for. */
export interface Payment {
  /** The same id again is the same charge. */
  readonly paymentId: string;
  readonly orderId: string;
  /** Whole VND. */
  readonly amount: number;
}

/** The payment that an order waits for, as its page shows it. */
export interface OpenPayment {
  /** Until then the pieces are kept. */
  readonly until: string;
  /** `open`: nobody has tried yet; `pending`: the provider has not answered. */
  readonly state: 'open' | 'pending' | 'declined';
  /** The provider's words when it declined. */
  readonly reason: string;
}

/** Money that the provider is to give back. */
export interface PaymentRefund {
  /** The same id again is the same refund. */
  readonly refundId: string;
  readonly paymentId: string;
  readonly amount: number;
}
