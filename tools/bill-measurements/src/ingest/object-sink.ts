import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that accepts every PutObject and keeps only their sizes. */
export interface ObjectSink {
  readonly url: string;
  /** Sizes of the objects in bytes, in the order in which they came. */
  readonly sizes: readonly number[];
  stop(): void;
}

/** Starts a sink on 127.0.0.1. */
export async function startObjectSink(): Promise<ObjectSink> {
  const sizes: number[] = [];
  const server = createServer((request, response) => {
    let size = 0;
    request.on('data', (chunk: Buffer) => (size += chunk.length));
    request.on('end', () => {
      sizes.push(size);
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sizes,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
