import { readConfig } from './config';

it('reads the address of the database, and names it when it is missing', () => {
  expect(readConfig({ WEB_DB_URL: 'postgres://x' })).toEqual({ databaseUrl: 'postgres://x', parameters: '' });
  expect(readConfig({ WEB_DB_PARAMETERS: '/clickstream/shop-database' })).toEqual({
    databaseUrl: '',
    parameters: '/clickstream/shop-database',
  });
  expect(() => readConfig({})).toThrow('WEB_DB_URL');
});
