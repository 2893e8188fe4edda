import { readConfig } from './config';

it('reads the address of the database, and names it when it is missing', () => {
  const books = {
    bucket: '',
    forcePathStyle: false,
    timeZone: 'Asia/Ho_Chi_Minh',
    metricNamespace: 'Clickstream',
    shopFunction: '',
    endpoint: '',
    outboxWaitSeconds: 600,
  };
  expect(readConfig({ WEB_DB_URL: 'postgres://x' })).toEqual({
    databaseUrl: 'postgres://x',
    parameters: '',
    ...books,
  });
  expect(readConfig({ WEB_DB_PARAMETERS: '/clickstream/shop-database' })).toEqual({
    ...books,
    databaseUrl: '',
    parameters: '/clickstream/shop-database',
  });
  expect(() => readConfig({})).toThrow('WEB_DB_URL');
});
