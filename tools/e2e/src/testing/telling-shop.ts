import { createShop, createShopDataSource, toTrackedOrder, type Order } from '@clickstream/shop-models';
import { databaseOutbox, deliverOutbox, type Delivered } from '@clickstream/shop-models/outbox';

/** The browser of an order, as its shopper allows the shop to know it. */
interface Visitor {
  readonly clientId: string;
  readonly sessionId: string;
}

/** The shop's own side: it takes orders, and tells them. */
export interface TellingShop {
  placeOrder(visitor: Visitor): Promise<Order>;
  /** Delivers what waits, as if its pause were over. */
  deliver(apiUrl: string): Promise<Delivered>;
  close(): Promise<void>;
}

const DELIVERY = {
  name: 'Mai Tran',
  email: 'mai@shop.example',
  phone: '0901234567',
  address: '12 Le Loi',
  ward: 'Ben Nghe',
  province: 'TP. Hồ Chí Minh',
  method: 'standard',
  note: '',
} as const;

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

export async function openTellingShop(databaseUrl: string): Promise<TellingShop> {
  const source = await createShopDataSource(databaseUrl, { connections: 2 }).initialize();
  const shop = createShop(source);
  return {
    async placeOrder({ clientId, sessionId }) {
      const nobody = { cartKey: null, customerId: null };
      const { cart, cartKey } = await shop.addToCart({ ...nobody, productId: 'LT-1301', quantity: 1 });
      await shop.saveCheckout({ cartKey, delivery: DELIVERY, payment: 'bank_transfer' });
      const { order } = await shop.placeOrder({
        cartKey,
        customerId: null,
        expectedTotal: cart.subtotal,
        origin: { byBrowser: true, userAgent: FIREFOX, consent: 'granted', isStaff: null },
        visitor: { clientId, sessionId, pageUrl: 'https://shop.example/checkout' },
      });
      return order;
    },
    async deliver(apiUrl) {
      await source.query('UPDATE outbox_events SET next_at = now()');
      return deliverOutbox(databaseOutbox(source, 0), `${apiUrl}/clickstream`);
    },
    close: () => source.destroy(),
  };
}

/** The event of an order as the browser tells it, from the page of the order. */
export function toldByBrowser(order: Order, eventId: string, visitor: Visitor): object {
  return {
    eventName: 'checkout_complete',
    eventId,
    eventTimestamp: new Date().toISOString(),
    sequence: 7,
    schemaVersion: 1,
    ...visitor,
    userId: null,
    userLoginState: 'guest',
    identitySource: 'guest_checkout',
    pageUrl: `https://shop.example/order/${order.orderId}`,
    pageTitle: 'Order placed',
    order: toTrackedOrder(order),
    cart: { cartId: order.cartAnalyticsId },
  };
}
