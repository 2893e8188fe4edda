import { databaseOpener } from './shop-database';

it('tries again after a database that did not answer', async () => {
  const open = databaseOpener({
    databaseUrl: 'postgres://shop_app:app@127.0.0.1:1/clickstream_web',
    parameters: '',
  });
  const first = open();
  await expect(first).rejects.toThrow();
  const second = open();
  expect(second).not.toBe(first);
  await expect(second).rejects.toThrow();
});
