import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createShop } from '@clickstream/shop-models';
import { aDelivery } from '@clickstream/shop-models/testing';
import { closeBooksInBucket, isCloseOfBooks } from './close-books';
import { databaseOpener, type ShopDatabase } from './shop-database';
import { aWebDatabase } from './testing/a-web-database';

const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const TOMORROW = new Date(Date.now() + 48 * 3_600_000);

let database: ShopDatabase;
let s3: S3Client;
const bucket = `books-${randomBytes(6).toString('hex')}`;
const config = { bucket, timeZone: TIME_ZONE, forcePathStyle: true };

beforeAll(async () => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: process.env['TEST_S3_URL'],
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  });
  s3 = new S3Client({ forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  database = await databaseOpener({ databaseUrl: await aWebDatabase(), parameters: '' })();
});
afterAll(async () => {
  s3.destroy();
  await database.destroy();
});

async function buy(): Promise<string> {
  const shop = createShop(database);
  const { cart, cartKey } = await shop.addToCart({
    cartKey: null,
    customerId: null,
    productId: 'LT-1301',
    quantity: 1,
  });
  await shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'bank_transfer' });
  const { order } = await shop.placeOrder({ cartKey, customerId: null, expectedTotal: cart.subtotal });
  return order.orderId;
}

it('puts the file of a closed day into the bucket, with its orders', async () => {
  const orderId = await buy();
  const request = { operation: 'closeBooks' };
  if (!isCloseOfBooks(request)) throw new Error('The request is not recognised.');
  const { stored } = await closeBooksInBucket(database, config, request, TOMORROW);
  const found = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: stored[0] }));
  const lines = ((await found.Body?.transformToString()) ?? '').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ number: 1, kind: 'order', orderId, currency: 'VND' }),
    expect.objectContaining({ number: 2, kind: 'close', timeZone: TIME_ZONE, entries: 1 }),
  ]);
});

it.each([
  [{ ...config, bucket: '' }, {}, 'RAW_BUCKET is not set'],
  [config, { again: ['yesterday'] }, '"yesterday" is not a day (YYYY-MM-DD).'],
])('refuses %j %j with the reason', async (settings, over, reason) => {
  const request = { operation: 'closeBooks', ...over } as const;
  await expect(closeBooksInBucket(database, settings, request)).rejects.toThrow(reason);
});

it('leaves the operations of shoppers to the shop', () => {
  expect(isCloseOfBooks({ operation: 'getCart', input: {} })).toBe(false);
  expect(isCloseOfBooks(null)).toBe(false);
});
