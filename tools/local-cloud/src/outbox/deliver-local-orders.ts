import { createShopDataSource, expirePayments } from '@clickstream/shop-models';
import { databaseOutbox, deliverOutbox, type Delivered } from '@clickstream/shop-models/outbox';

/** The shop's database, and the address to which its own events go. */
export interface LocalOutbox {
  readonly shopUrl: string;
  readonly endpoint: string;
}

/**
 * Seconds for which the browser's own event of an order is waited for. Ten minutes on AWS; a
 * developer who blocks the tracker looks sooner.
 */
const WAIT_SECONDS = 60;

/**
 * A function that delivers the events that the local shop tells itself, as the courier does on AWS,
 * and gives back the pieces of orders that nobody has paid in time. It opens the database once;
 * where that failed, the next call tries again.
 */
export function localOutbox({ shopUrl, endpoint }: LocalOutbox): () => Promise<Delivered> {
  const shop = createShopDataSource(shopUrl, { connections: 1 });
  return async () => {
    if (!shop.isInitialized) await shop.initialize();
    await expirePayments(shop);
    return deliverOutbox(databaseOutbox(shop, WAIT_SECONDS), endpoint);
  };
}
