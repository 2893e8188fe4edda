import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The shop's Lambda at a local address, which counts its calls. */
export interface ShopLambdaServer {
  readonly url: string;
  readonly calls: () => number;
  /** Time of all calls in seconds. */
  readonly seconds: () => number;
  reset(): void;
  stop(): void;
}

type Handler = (request: unknown) => Promise<unknown>;

/** Serves the bundle of the shop's Lambda as the API of AWS Lambda does. */
export async function serveShopLambda(bundle: string): Promise<ShopLambdaServer> {
  const { handler } = createRequire(import.meta.url)(bundle) as { readonly handler: Handler };
  let calls = 0;
  let milliseconds = 0;
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const startedAt = performance.now();
      const answer = await handler(JSON.parse(body));
      calls += 1;
      milliseconds += performance.now() - startedAt;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    seconds: () => milliseconds / 1000,
    reset() {
      calls = milliseconds = 0;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
