import { readConfig } from '../config';
import { PAYMENT_METHODS, type PaymentMethod } from '../shop/gateway';

/** Payment methods of this shop: a transfer needs an account. */
export function offeredPayments(): readonly PaymentMethod[] {
  const { bankAccount } = readConfig();
  return PAYMENT_METHODS.filter((method) => method !== 'bank_transfer' || bankAccount !== null);
}
