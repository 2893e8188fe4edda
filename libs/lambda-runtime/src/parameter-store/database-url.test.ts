import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { databaseUrl } from './database-url';

/** Requests to the fake Parameter Store, and its content. */
const asked: unknown[] = [];
let parameters: Record<string, string> = {};
let server: Server;
const environment = { ...process.env };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const question = JSON.parse(await text(request)) as { Names: string[] };
    asked.push(question);
    const found = question.Names.filter((name) => name in parameters);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(
      JSON.stringify({
        Parameters: found.map((Name) => ({ Name, Value: parameters[Name] })),
        InvalidParameters: question.Names.filter((name) => !(name in parameters)),
      }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});

afterAll(async () => {
  process.env = environment;
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const warehouse = { folder: '/clickstream/warehouse', role: 'etl_writer', database: 'clickstream_dw' };

it('builds an address from host and decrypted password, whatever characters the password has', async () => {
  parameters = {
    '/clickstream/warehouse/host': '10.0.128.10',
    '/clickstream/warehouse/etl_writer': 'p@ss/w:rd?%',
  };
  const url = new URL(await databaseUrl(warehouse));
  expect(url.host).toBe('10.0.128.10:5432');
  expect([url.username, decodeURIComponent(url.password)]).toEqual(['etl_writer', 'p@ss/w:rd?%']);
  expect([url.pathname, url.searchParams.get('sslmode')]).toEqual(['/clickstream_dw', 'no-verify']);
  expect(asked.at(-1)).toEqual({
    Names: ['/clickstream/warehouse/host', '/clickstream/warehouse/etl_writer'],
    WithDecryption: true,
  });
});

it('names the missing parameters', async () => {
  parameters = { '/clickstream/warehouse/host': '10.0.128.10' };
  await expect(databaseUrl(warehouse)).rejects.toThrow(
    'Parameter Store has no /clickstream/warehouse/etl_writer.',
  );
});
