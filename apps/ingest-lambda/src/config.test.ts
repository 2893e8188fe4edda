import { readConfig } from './config';

it('reads the bucket, the region and the style of addresses', () => {
  expect(readConfig({ RAW_BUCKET: 'raw', AWS_REGION: 'ap-southeast-1' })).toEqual({
    rawBucket: 'raw',
    region: 'ap-southeast-1',
    forcePathStyle: false,
  });
  expect(readConfig({ RAW_BUCKET: 'raw', AWS_REGION: 'x', S3_FORCE_PATH_STYLE: 'true' }).forcePathStyle).toBe(
    true,
  );
});

it('names all missing variables at once', () => {
  expect(() => readConfig({ RAW_BUCKET: '' })).toThrow('RAW_BUCKET, AWS_REGION');
});
