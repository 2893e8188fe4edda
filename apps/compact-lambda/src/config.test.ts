import { readConfig } from './config';

const BUCKET = { RAW_BUCKET: 'raw', AWS_REGION: 'ap-southeast-1' };

it('takes the address of the warehouse, or the folder of Parameter Store with it', () => {
  expect(readConfig({ ...BUCKET, DW_SHINY_URL: 'postgres://shiny_ro@h/d' })).toMatchObject({
    bucket: 'raw',
    warehouseUrl: 'postgres://shiny_ro@h/d',
    metricNamespace: 'Clickstream',
  });
  expect(readConfig({ ...BUCKET, DW_PARAMETERS: '/clickstream/warehouse' })).toMatchObject({
    warehouseParameters: '/clickstream/warehouse',
  });
});

it('names every variable that is missing', () => {
  expect(() => readConfig({})).toThrow(/RAW_BUCKET[^]*DW_SHINY_URL/);
});
