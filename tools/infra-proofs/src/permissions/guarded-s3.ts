import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call of S3 as policies name it. */
export interface S3Call {
  readonly action: string;
  /** Empty for a call on the bucket. */
  readonly key: string;
  /** Values of condition keys. */
  readonly context: Readonly<Record<string, string>>;
}

/** An S3 server that passes on only what somebody may do. */
export interface GuardedS3 {
  readonly url: string;
  /** Every call by its action and the folder of its key; `refused: ` is before what is refused. */
  readonly calls: Set<string>;
  close(): Promise<void>;
}

/** Actions by method and by what is asked for, of an object and of a bucket. */
const OF_OBJECTS: Readonly<Record<string, string>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};
const OF_BUCKETS: Readonly<Record<string, string>> = {
  'list-type': 's3:ListBucket',
  versioning: 's3:GetBucketVersioning',
  versions: 's3:ListBucketVersions',
  delete: 's3:DeleteObject',
};

/**
 * Starts a server in front of an S3 server, with the bucket in the path.
 *
 * @param mayCall decides on each call, as IAM would
 */
export async function guardedS3(
  target: string,
  mayCall: (call: S3Call) => Promise<boolean>,
): Promise<GuardedS3> {
  const calls = new Set<string>();
  const server = createServer(async (asked, answer) => {
    const call = callOf(asked);
    const isAllowed = await mayCall(call);
    calls.add(`${isAllowed ? '' : 'refused: '}${call.action} ${call.key.split('/')[0] ?? ''}`.trim());
    if (!isAllowed) {
      asked.resume();
      answer.statusCode = 403;
      answer.end('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>');
      return;
    }
    const { method, headers, url } = asked;
    const onwards = forward(new URL(url ?? '/', target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    onwards.on('error', (error) => answer.destroy(error));
    asked.pipe(onwards);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A test that fails before it closes this must not keep its process.
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () => closed(server),
  };
}

/** @throws Error for a call whose action is not known here */
function callOf({ method = '', url = '/' }: IncomingMessage): S3Call {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, , ...parts] = pathname.split('/').map(decodeURIComponent);
  const key = parts.join('/');
  const asked = Object.keys(OF_BUCKETS).find((name) => searchParams.has(name));
  const action = key === '' ? OF_BUCKETS[asked ?? ''] : OF_OBJECTS[method];
  if (!action) throw new Error(`No action is known for ${method} ${url}`);
  return { action, key, context: { 's3:prefix': searchParams.get('prefix') ?? '' } };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
