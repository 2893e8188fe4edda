import type { TestLake } from '@clickstream/lake/testing';
import type { TestWarehouse } from '@clickstream/dw-models/testing';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { etlEnvironment, received, runOnce, type TestBucket } from '@clickstream/warehouse-load/testing';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { erase, openRawBucket } from '@clickstream/warehouse-maintenance';

/** Refunds with an amount, with lines only, and without either; and a fault of a sender. */
export async function refundOrders(warehouse: TestWarehouse, bucket: TestBucket): Promise<void> {
  const orders = await warehouse.query(
    'shiny',
    'SELECT order_id, items FROM orders ORDER BY order_id LIMIT 4',
  );
  const refunds = orders.map(({ order_id: orderId, items }, index) => {
    const [first] = items as readonly object[];
    const order = [
      { revenue: 1000.25 },
      { items: [{ ...first, quantity: 1 }] },
      {},
      { revenue: 5, tax: 'much' },
    ][index];
    const refund = received(
      {
        eventName: 'order_refund',
        eventId: `019acb31-0000-7000-8000-00000000000${index}`,
        eventTimestamp: '2026-11-28T10:00:00.000Z',
        order: { orderId, currency: 'VND', ...order },
      } as never,
      { receivedAt: '2026-11-28T10:00:01.000Z' },
    ) as { readonly _ingest: object };
    return { ...refund, _ingest: { ...refund._ingest, corrections: ['order.tax: not a number'] } };
  });
  await bucket.putEvents('events/2026/11/28/10/refunds.json.gz', refunds);
  await runOnce(warehouse.etlUrl, bucket.source);
}

/** Erases the first user who bought. @returns the id */
export async function eraseSomebodyWhoBought(
  warehouse: TestWarehouse,
  bucket: TestBucket,
  lake: TestLake,
): Promise<string> {
  const [buyer] = await warehouse.query(
    'shiny',
    'SELECT user_id AS id FROM orders WHERE user_id IS NOT NULL ORDER BY placed_at LIMIT 1',
  );
  const id = String(buyer?.['id']);
  const admin = await connectTo(warehouse.adminUrl);
  Object.assign(process.env, etlEnvironment(bucket.name, warehouse.etlUrl));
  const s3 = createS3Client(true);
  const receipt = await erase({
    client: admin,
    bucket: await openRawBucket(s3, bucket.name),
    lake: lake.bucket,
    subject: { kind: 'user', id },
    everywhere: false,
    now: new Date('2026-11-30T00:00:00Z'),
  });
  expect(receipt).toMatchObject({ failed: [], notRead: { objects: 0 } });
  expect(receipt.warehouse.events).toBeGreaterThan(3);
  s3.destroy();
  await admin.end();
  return id;
}
