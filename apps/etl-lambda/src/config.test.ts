import { readConfig } from './config';
import { warehouseAddress } from './warehouse-address';

const where = { RAW_BUCKET: 'raw', AWS_REGION: 'ap-southeast-1' };

it('accepts the address of the warehouse, or the folder of Parameter Store that has it', async () => {
  const given = readConfig({ ...where, DW_ETL_URL: 'postgres://laptop/clickstream_dw' });
  await expect(warehouseAddress(given)).resolves.toBe('postgres://laptop/clickstream_dw');
  expect(readConfig({ ...where, DW_PARAMETERS: '/clickstream/warehouse' })).toMatchObject({
    warehouseUrl: '',
    warehouseParameters: '/clickstream/warehouse',
  });
});

it('writes metrics to the namespace of the stage, or of the platform by default', () => {
  const given = { ...where, DW_ETL_URL: 'postgres://laptop/clickstream_dw' };
  expect(readConfig(given).metricNamespace).toBe('Clickstream');
  expect(readConfig({ ...given, METRIC_NAMESPACE: 'Clickstream-staging' }).metricNamespace).toBe(
    'Clickstream-staging',
  );
});

it('names all missing variables at once', () => {
  expect(() => readConfig({})).toThrow('RAW_BUCKET, AWS_REGION, DW_ETL_URL.');
});
