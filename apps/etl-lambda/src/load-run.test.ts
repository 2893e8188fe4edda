import { aProductView, anAddToCart } from '@clickstream/event-schema/testing';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { aBucket, type TestBucket } from './testing/a-bucket';
import { received } from './testing/raw-events';
import { runOnce } from './testing/run-once';

let warehouse: TestWarehouse;
let bucket: TestBucket;

beforeEach(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
});

afterEach(async () => {
  bucket.close();
  await warehouse.close();
});

describe('a run', () => {
  it('loads an object, and nothing the second time', async () => {
    await bucket.putEvents('events/2026/11/02/09/a.json.gz', [
      received(aProductView()),
      received(anAddToCart()),
    ]);
    expect(await runOnce(warehouse.etlUrl, bucket.source)).toMatchObject({
      objects: 1,
      loaded: 2,
      duplicates: 0,
    });
    expect(await runOnce(warehouse.etlUrl, bucket.source)).toMatchObject({ objects: 0, loaded: 0 });
  });
});
