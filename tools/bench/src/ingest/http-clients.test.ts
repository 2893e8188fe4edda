import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { postAll } from './http-clients';

let server: Server;

afterEach(() => new Promise((resolve) => server.close(resolve)));

async function serverThatAnswers(
  status: number,
): Promise<{ url: string; bodies: string[]; sockets: Set<unknown> }> {
  const bodies: string[] = [];
  const sockets = new Set<unknown>();
  server = createServer((request, response) => {
    sockets.add(request.socket);
    void buffer(request).then((body) => {
      bodies.push(body.toString());
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, bodies, sockets };
}

describe('clients', () => {
  it('post the bodies in turn, each on a connection that it keeps', async () => {
    const { url, bodies, sockets } = await serverThatAnswers(202);
    expect(await postAll(url, ['a', 'b'], 40, 4)).toHaveLength(40);
    expect(bodies.filter((body) => body === 'a')).toHaveLength(20);
    expect(sockets.size).toBeLessThanOrEqual(4);
  });

  it('do not take another answer for a stored batch', async () => {
    const { url } = await serverThatAnswers(503);
    await expect(postAll(url, ['a'], 1, 1)).rejects.toThrow('The HTTP API answered 503.');
  });
});
