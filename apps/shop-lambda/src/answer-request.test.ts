import { randomUUID } from 'node:crypto';
import { createShop, createShopDataSource } from '@clickstream/shop-models';
import { answerRequest } from './answer-request';
import { aWebDatabase } from './testing/a-web-database';

let dataSource: ReturnType<typeof createShopDataSource>;
beforeAll(async () => {
  dataSource = await createShopDataSource(await aWebDatabase()).initialize();
});
afterAll(() => dataSource.destroy());

const ask = (request: unknown) => answerRequest(async () => createShop(dataSource), request);

it('returns the answer of the shop', async () => {
  await expect(ask({ operation: 'findProduct', input: { slug: 'kestrel-x14' } })).resolves.toMatchObject({
    ok: true,
    result: { name: 'Kestrel X14', price: 35_990_000 },
  });
  await expect(ask({ operation: 'findProduct', input: { slug: 'none' } })).resolves.toEqual({
    ok: true,
    result: null,
  });
});

it('keeps a cart from request to request', async () => {
  const added = await ask({
    operation: 'addToCart',
    input: { cartKey: null, customerId: null, productId: 'LT-1301', quantity: 2 },
  });
  const { cartKey } = added.ok ? (added.result as { cartKey: string }) : { cartKey: '' };
  await expect(ask({ operation: 'getCart', input: { cartKey } })).resolves.toMatchObject({
    result: { quantity: 2 },
  });
});

it('answers a refusal with its code and message', async () => {
  const order = {
    operation: 'placeOrder',
    input: { cartKey: 'A'.repeat(43), customerId: null, expectedTotal: 1 },
  };
  await expect(ask(order)).resolves.toEqual({
    ok: false,
    error: { code: 'cart_not_found', message: expect.stringContaining('cart') },
  });
});

it.each([
  ['not an object', null],
  ['no operation', {}],
  ['an operation that does not exist', { operation: 'dropTables', input: {} }],
  ['a property of every object', { operation: 'constructor', input: {} }],
  ['an input of another shape', { operation: 'search', input: { term: 7 } }],
  ['no input', { operation: 'getHomePage' }],
  ['a cart by its id in events', { operation: 'getCart', input: { cartKey: randomUUID() } }],
  ['the same by the old field', { operation: 'getCart', input: { cartId: randomUUID() } }],
  [
    'an order by the id of its cart',
    {
      operation: 'getOrder',
      input: { orderId: 'SBW-1', viewer: { customerId: null, cartIds: [randomUUID()] } },
    },
  ],
])('refuses %s without a database query', async (_, request) => {
  const query = jest.spyOn(dataSource, 'createQueryRunner');
  await expect(ask(request)).resolves.toMatchObject({ ok: false, error: { code: 'bad_input' } });
  expect(query).not.toHaveBeenCalled();
  query.mockRestore();
});

it('throws other errors than refusals, so that the Lambda fails', async () => {
  const broken = () => Promise.reject(new Error('no database'));
  await expect(answerRequest(broken, { operation: 'getHomePage', input: {} })).rejects.toThrow('no database');
});
