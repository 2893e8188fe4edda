import { S3Client } from '@aws-sdk/client-s3';
import { newEventId } from '@clickstream/event-schema';
import { lakeBucket, type LakeBucket } from '@clickstream/lake';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import type pg from 'pg';
import { erase, type Erasure } from '../erase/erase';
import { openRawBucket, type RawBucket } from '../erase/bucket/raw-bucket';
import type { Receipt } from '../erase/receipt';
import { aBucket, runOnce, type TestBucket } from '@clickstream/warehouse-load/testing';
import { connectTo } from '@clickstream/warehouse-load/warehouse';

/** The user who is erased. */
export const VICTIM = 'user-0f8f2c1e';
const DAY = Date.parse('2026-11-02T00:00:00Z');
const HOUR = 3_600_000;

/** A bucket and a warehouse from which somebody is erased. */
export interface ErasureWorld {
  readonly warehouse: TestWarehouse;
  readonly bucket: TestBucket;
  readonly raw: RawBucket;
  readonly lake: LakeBucket;
  readonly admin: pg.Client;
  load(): ReturnType<typeof runOnce>;
  erase(over?: Partial<Erasure>): Promise<Receipt>;
  close(): Promise<void>;
}

export async function anErasureWorld(): Promise<ErasureWorld> {
  const [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  const s3 = new S3Client({
    endpoint: process.env['TEST_S3_URL'],
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
  const raw = await openRawBucket(s3, bucket.name);
  const lake = lakeBucket(s3, bucket.name);
  const admin = await connectTo(warehouse.adminUrl);
  return {
    warehouse,
    bucket,
    raw,
    lake,
    admin,
    load: () => runOnce(warehouse.etlUrl, bucket.source),
    erase: (over = {}) =>
      erase({
        client: admin,
        bucket: raw,
        lake,
        subject: { kind: 'user', id: VICTIM },
        everywhere: false,
        now: new Date('2026-11-23T10:00:00Z'),
        ...over,
      }),
    async close() {
      s3.destroy();
      bucket.close();
      await admin.end();
      await warehouse.close();
    },
  };
}

/** An event of the test, by its hour on one day. */
export interface PlainErasureEvent {
  readonly hour: number;
  readonly user: string | null;
  readonly client: string;
  readonly name: string;
}

/** An event as ingest stores it. */
export function rawEvent(
  { hour, user, client, name }: PlainErasureEvent,
  over: object = {},
): Record<string, unknown> {
  const at = new Date(DAY + hour * HOUR).toISOString();
  const item = { id: 'P1', name: 'Laptop', price: 100, quantity: 1, listName: 'search', position: 2 };
  const cart = { cartId: `cart-${client}`, value: 100, currency: 'VND', items: [item] };
  return {
    eventId: newEventId(DAY + hour * HOUR),
    eventName: name,
    eventTimestamp: at,
    clientId: client,
    sessionId: `session-${client}-${Math.floor(hour / 3)}`,
    userId: user,
    userLoginState: user === null ? 'anonymous' : 'logged_in',
    product: item,
    list: name === 'product_list_view' ? { name: 'search', items: [item, item] } : undefined,
    cart,
    order:
      name === 'checkout_complete'
        ? { orderId: `order-${client}-${hour}`, revenue: 100, items: [item] }
        : undefined,
    ...over,
    _ingest: { receivedAt: new Date(DAY + 30 * HOUR).toISOString() },
  };
}

/** Events of the warehouse, with all their columns. */
export const idsOf = (warehouse: TestWarehouse, where = 'true') =>
  warehouse.query(
    'admin',
    `SELECT event_id::text AS id, event::text FROM clickstream_events AS event WHERE ${where} ORDER BY 1`,
  );
