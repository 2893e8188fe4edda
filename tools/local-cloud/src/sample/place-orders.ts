import { createShopDataSource, placePastOrder } from '@clickstream/shop-models';
import { ordersOf, simulate, type SimulationOptions } from '@clickstream/shopper-simulator';

/**
 * Places the orders of the sample's shoppers in the shop as well, so that its books agree with what
 * their events say. Orders that an earlier start has placed stay as they are.
 *
 * @returns the number of orders in the sample
 */
export async function placeOrders(shopUrl: string, simulation: SimulationOptions): Promise<number> {
  const shop = await createShopDataSource(shopUrl, { connections: 1 }).initialize();
  const orders = [...simulate(simulation)].flatMap(ordersOf);
  try {
    await shop.transaction(async (manager) => {
      for (const order of orders) await placePastOrder(manager, order);
    });
    return orders.length;
  } finally {
    await shop.destroy();
  }
}
