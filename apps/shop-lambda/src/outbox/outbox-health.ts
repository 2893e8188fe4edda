import { writeMetrics } from '@clickstream/lambda-runtime/metrics';
import { oldestInOutbox } from '@clickstream/shop-models/outbox';
import type { ShopDatabase } from '../shop-database';

/** Hours from which the age is told: a metric costs by the hours in which it is written. */
const LATE_HOURS = 1;

/**
 * Writes the age of the oldest event that ingest does not have, once it is late. It is asked by the
 * schedule of the books, so that a courier that never comes shows as well.
 *
 * @param namespace where CloudWatch stores it
 */
export async function logOutboxHealth(database: ShopDatabase, namespace: string, now: Date): Promise<void> {
  const hours = await oldestInOutbox(database);
  if (hours < LATE_HOURS) return;
  const value = Math.round(hours * 10) / 10;
  writeMetrics({ OutboxOldestHours: { unit: 'None', value } }, namespace, now);
}
