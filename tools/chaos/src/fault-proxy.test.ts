import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startFaultProxy, type FaultProxy } from './fault-proxy';

const BODY = 'x'.repeat(200_000);

let server: Server;
let target: string;
let proxy: FaultProxy;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': BODY.length }).end(BODY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => proxy.stop());
afterAll(() => server.close());

/** Answer as a client sees it: the status and length of an answer, or that there was none. */
async function ask(): Promise<string> {
  try {
    const response = await fetch(proxy.url);
    const body = await response.text();
    return response.status === 200 && body !== BODY ? 'another body' : String(response.status);
  } catch {
    return 'broken off';
  }
}

const answers = async (count: number) => {
  const all: Record<string, number> = {};
  for (let n = 0; n < count; n++) {
    const answer = await ask();
    all[answer] = (all[answer] ?? 0) + 1;
  }
  return all;
};

it('fails in all its ways, and never hands on another body as if it were whole', async () => {
  proxy = await startFaultProxy(target, 2);
  const all = await answers(60);
  const { busy, 'cut off': cutOff, reset } = proxy.faults;
  expect(all).toEqual({ 200: 60 - busy - cutOff - reset, 503: busy, 'broken off': cutOff + reset });
  expect(Math.min(busy, cutOff, reset)).toBeGreaterThan(0);
});

it('hands everything on once it behaves', async () => {
  proxy = await startFaultProxy(target, 1);
  proxy.behave();
  expect(await answers(20)).toEqual({ 200: 20 });
});
