import { isDailyHour } from '@clickstream/lambda-runtime/metrics';
import type { ClosedBooks } from '@clickstream/shop-models/books';
import type { Delivered, WaitingEvent } from '@clickstream/shop-models/outbox';
import { createShop, type ShopAnswer } from '@clickstream/shop-models';
import { answerRequest } from './answer-request';
import { closeBooksInBucket, isCloseOfBooks } from './close-books';
import { readConfig } from './config';
import { logDatabaseHealth } from './database-health';
import { deliverEvents, isDeliveryRequest } from './outbox/deliver-events';
import { logOutboxHealth } from './outbox/outbox-health';
import { answerCourier, isOutboxRequest } from './outbox/outbox-requests';
import { databaseOpener } from './shop-database';

const config = readConfig(process.env);
const openDatabase = databaseOpener(config);

/**
 * Invoked by the storefront with `{operation, input}`; answers
 * `{ok, result}` or `{ok: false, error}`. Invoked by the schedule with
 * `{"operation": "closeBooks"}`, it closes the books of the days that are over, and logs the health
 * of the database once a day; with `{"operation": "deliverEvents"}`, as the courier, it delivers
 * the events of the outbox, which it asks the function with the database for.
 */
export async function handler(
  request: unknown,
): Promise<ShopAnswer | ClosedBooks | Delivered | WaitingEvent[] | null> {
  if (isDeliveryRequest(request)) return deliverEvents(openDatabase, config);
  if (isOutboxRequest(request)) return answerCourier(await openDatabase(), config.outboxWaitSeconds, request);
  if (isCloseOfBooks(request)) {
    const database = await openDatabase();
    const now = new Date();
    if (isDailyHour(now)) await logDatabaseHealth(database, config.metricNamespace, now);
    await logOutboxHealth(database, config.metricNamespace, now);
    return closeBooksInBucket(database, config, request);
  }
  return answerRequest(async () => createShop(await openDatabase()), request);
}
