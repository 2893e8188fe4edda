import {
  giveMoneyBack,
  payOrder,
  takeNotice,
  testProvider,
  type NoticeResult,
  type OfferedCard,
  type PaymentProvider,
  type PayOrder,
} from '@clickstream/shop-models/payment';
import { readConfig } from '../config';
import { shop } from './index';

export type { NoticeResult, OfferedCard };

/** One provider per process: the test provider remembers what it was asked for. */
const shared = globalThis as { paymentProvider?: PaymentProvider | null };

/** The provider that takes cards; null where none is set: the checkout then offers no card. */
export function paymentProvider(): PaymentProvider | null {
  if (shared.paymentProvider === undefined) {
    const { paymentSecret: secret } = readConfig();
    shared.paymentProvider = secret === null ? null : testProvider({ secret, notify: notifyThisServer });
  }
  return shared.paymentProvider;
}

/** Cards to choose from on the page of an order. */
export function offeredCards(): readonly OfferedCard[] {
  return paymentProvider()?.cards ?? [];
}

/** Pays an order by card. @throws ShopError that the page shows */
export async function payByCard(order: PayOrder): ReturnType<typeof payOrder> {
  const provider = paymentProvider();
  return provider ? payOrder(await shop(), provider, order) : 'nothing_to_pay';
}

/** Takes a request of the provider to the webhook. */
export async function takePaymentNotice(body: string, signature: string): Promise<NoticeResult> {
  const provider = paymentProvider();
  return provider ? takeNotice(await shop(), provider, { body, signature }) : 'not_signed';
}

/**
 * Has the provider give back what is owed, after an order was changed. What fails stays owed, and
 * is tried again after the next change.
 */
export async function returnMoney(): Promise<void> {
  const provider = paymentProvider();
  if (provider) await giveMoneyBack(await shop(), provider).catch(() => 0);
}

const TRIES = 5;

/** The test provider's request to the webhook of this server, again until it is taken. */
async function notifyThisServer(body: string, signature: string): Promise<void> {
  const address = `http://127.0.0.1:${process.env.PORT ?? '3000'}/payments/webhook`;
  const headers = { 'content-type': 'application/json', 'payment-signature': signature };
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const taken = await fetch(address, { method: 'POST', body, headers }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (taken) return;
    await new Promise((done) => setTimeout(done, 1_000 * tries));
  }
}
