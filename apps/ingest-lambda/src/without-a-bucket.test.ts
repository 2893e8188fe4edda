import { aPageView } from '@clickstream/event-schema/testing';
import { aRequest } from './testing/api-gateway-request';
import { aRawBucket, type RawBucket } from './testing/raw-bucket';
import { aRefusingS3 } from './testing/refusing-s3';
import { loadHandler, logOfEachTest } from './testing/load-handler';

let bucket: RawBucket;

const logged = logOfEachTest();

beforeEach(async () => {
  bucket = await aRawBucket();
});

describe('without a working bucket', () => {
  it('answers 503 with the time to wait, since nothing was stored', async () => {
    const handler = await loadHandler({ ...bucket.env, RAW_BUCKET: 'no-such-bucket' });

    const response = await handler(aRequest(JSON.stringify([aPageView(), 7])));

    expect(response).toMatchObject({
      statusCode: 503,
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
    });
    expect(JSON.parse(response.body ?? '')).toEqual({
      error: expect.stringContaining('send the same request again'),
    });
    expect(await bucket.objects('rejected/')).toEqual([]);
    expect(logged()).toMatchObject([{ level: 'error', message: 'nothing stored', requestId: 'request-1' }]);
  });

  it('answers 202 when only the rejected events cannot be stored, and logs that', async () => {
    const s3 = await aRefusingS3('/rejected/');
    const handler = await loadHandler({ ...bucket.env, AWS_ENDPOINT_URL_S3: s3.url });

    const response = await handler(aRequest(JSON.stringify([aPageView(), 7])));
    await s3.stop();

    expect(response.statusCode).toBe(202);
    expect(JSON.parse(response.body ?? '')).toMatchObject({ accepted: 1, rejected: [{ index: 1 }] });
    expect((await bucket.objects('events/'))[0]?.lines).toHaveLength(1);
    expect(logged()[0]).toMatchObject({
      level: 'error',
      message: 'rejects not stored',
      accepted: 1,
      rejected: 1,
    });
  });

  it('names the missing variables at its start', async () => {
    await expect(loadHandler({ ...bucket.env, RAW_BUCKET: '' })).rejects.toThrow('RAW_BUCKET');
  });
});
