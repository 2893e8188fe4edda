import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * An S3 server that passes everything on to the server of this test run, but denies paths that
 * contain `part`.
 */
export async function aRefusingS3(part: string): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.includes(part)) {
      incoming.resume();
      outgoing.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
      return;
    }
    // The signature covers the Host header, which is passed on unchanged.
    const onward = request(
      `${process.env['TEST_S3_URL']}${incoming.url}`,
      { method: incoming.method ?? 'GET', headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
