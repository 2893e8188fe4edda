/** A charge of a card. */
export interface Charge {
  /** The same id again is the same charge, whatever the card: the provider takes money once. */
  readonly paymentId: string;
  readonly orderId: string;
  /** Whole VND. */
  readonly amount: number;
  /** The provider's name for the card. The shop never has its number. */
  readonly card: string;
}

/** The answer to a charge. Without an answer in time it is pending: a notice tells the end. */
export type ChargeAnswer =
  { readonly outcome: 'succeeded' | 'pending' } | { readonly outcome: 'declined'; readonly reason: string };

/** The end of a payment as the provider tells it by itself, once or more, in any order. */
export interface PaymentNotice {
  readonly paymentId: string;
  readonly outcome: 'succeeded' | 'declined';
  readonly reason: string;
}

/** A card that can be chosen. A provider with a form of its own for cards offers none. */
export interface OfferedCard {
  readonly card: string;
  readonly title: string;
  readonly text: string;
}

/** A company that takes cards for the shop. */
export interface PaymentProvider {
  readonly name: string;
  readonly cards: readonly OfferedCard[];
  charge(charge: Charge): Promise<ChargeAnswer>;
  /** Gives money back. The same id again is the same refund. */
  refund(refund: {
    readonly refundId: string;
    readonly paymentId: string;
    readonly amount: number;
  }): Promise<void>;
  /** Reads a request to the webhook; null when the provider has not signed it. */
  readNotice(body: string, signature: string): PaymentNotice | null;
}
