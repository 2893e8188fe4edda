import { readConfig } from '../config';
import { PAYMENT_METHODS, type PaymentMethod } from '../shop/gateway';

/** Payment methods of this shop: a transfer needs an account, a card now a provider. */
export function offeredPayments(): readonly PaymentMethod[] {
  const { bankAccount, paymentSecret } = readConfig();
  const without: readonly PaymentMethod[] = [
    ...(bankAccount === null ? (['bank_transfer'] as const) : []),
    ...(paymentSecret === null ? (['card_online'] as const) : []),
  ];
  return PAYMENT_METHODS.filter((method) => !without.includes(method));
}
