import { readConfig } from './config';

const SET = { RAW_BUCKET: 'raw', AWS_REGION: 'ap-southeast-1' };

it('takes the warehouse from an address, or from a folder of Parameter Store', () => {
  expect(readConfig({ ...SET, DW_ADMIN_URL: 'postgres://a' })).toMatchObject({
    warehouseUrl: 'postgres://a',
  });
  expect(readConfig({ ...SET, DW_PARAMETERS: '/clickstream/warehouse' })).toMatchObject({
    bucket: 'raw',
    warehouseUrl: '',
    warehouseParameters: '/clickstream/warehouse',
  });
});

it('names the variables that are missing', () => {
  expect(() => readConfig({})).toThrow('RAW_BUCKET, AWS_REGION, DW_ADMIN_URL');
});
