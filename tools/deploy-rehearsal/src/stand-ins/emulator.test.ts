import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startRehearsalCloud } from './emulator';
import { json, type StandIn } from './stand-in';

/** An emulator that answers with what it was asked. */
const emulator = createServer((request, response) => {
  void text(request).then((body) => {
    response.writeHead(207, { 'x-from': 'emulator', 'content-type': 'text/plain' });
    response.end(`${request.method} ${request.headers.host} ${request.url} ${body}`);
  });
});

const standIn: StandIn = {
  what: 'Lambda',
  reason: 'a test',
  answer: async ({ path, body }) => {
    if (path === '/broken') throw new Error('no bundle');
    return path === '/invoke' ? json({ echoed: String(body) }) : undefined;
  },
};

let cloud: Awaited<ReturnType<typeof startRehearsalCloud>>;

beforeAll(async () => {
  await new Promise<void>((done) => emulator.listen(0, '127.0.0.1', done));
  const { port } = emulator.address() as AddressInfo;
  cloud = await startRehearsalCloud(`http://127.0.0.1:${port}`, [standIn]);
});

afterAll(async () => {
  await cloud.close();
  emulator.close();
});

const post = (path: string) => fetch(`${cloud.url}${path}`, { method: 'POST', body: 'événement' });

it('passes a request with its host on, since buckets are named there, and the answer back', async () => {
  const answer = await post('/bucket?list-type=2');
  expect([answer.status, answer.headers.get('x-from')]).toEqual([207, 'emulator']);
  expect(await answer.text()).toBe(`POST ${new URL(cloud.url).host} /bucket?list-type=2 événement`);
});

it('lets a stand-in answer, and counts its answers', async () => {
  const answer = await post('/invoke');
  expect(await answer.json()).toEqual({ echoed: 'événement' });
  expect([...cloud.answers.values()]).toEqual([1]);
});

it('answers with the error of a stand-in that fails', async () => {
  const answer = await post('/broken');
  expect([answer.status, await answer.text()]).toEqual([500, 'no bundle']);
});
