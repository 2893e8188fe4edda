import type { LocalBooks } from '../books/close-local-books';
import type { LocalOutbox } from '../outbox/deliver-local-orders';

export interface EtlScheduleConfig {
  /** `ETL_BUNDLE`: the path of the ETL Lambda's `handler.cjs`. */
  readonly etlBundle: string;
  /** `ETL_INTERVAL_SECONDS`: from the end of one run to the beginning of the next. */
  readonly intervalSeconds: number;
  /** The books of the shop, closed before each run. */
  readonly books: LocalBooks;
  /** The events that the shop tells itself, delivered before each run. */
  readonly outbox: LocalOutbox;
}

/** Reads what the supervisor passes on. */
export function readScheduleConfig(env: Readonly<Record<string, string | undefined>>): EtlScheduleConfig {
  const {
    ETL_BUNDLE: etlBundle,
    ETL_INTERVAL_SECONDS: seconds,
    WEB_DB_URL: shopUrl,
    RAW_BUCKET: bucket,
    CLICKSTREAM_ENDPOINT: endpoint,
  } = env;
  if (!etlBundle || !seconds || !shopUrl || !bucket || !endpoint)
    throw new Error(
      'The ETL schedule needs ETL_BUNDLE, ETL_INTERVAL_SECONDS, WEB_DB_URL, RAW_BUCKET and CLICKSTREAM_ENDPOINT.',
    );
  const timeZone = env['SHOP_TIME_ZONE'] || 'Asia/Ho_Chi_Minh';
  const books = { shopUrl, bucket, timeZone };
  return { etlBundle, intervalSeconds: Number(seconds), books, outbox: { shopUrl, endpoint } };
}
