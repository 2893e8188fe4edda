import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readOptions, runCommand, TEXT } from '@clickstream/command-line';
import { unpackerFor } from '@clickstream/event-schema/adapters';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';

const DEFAULT_PORT = 4305;

const HELP = `Serves the ingest handler on this machine, for use with curl.

Usage: npx nx serve ingest-lambda [--port <n>]

Options:
  --port <n>   port on 127.0.0.1 (${DEFAULT_PORT})
  --help       this text

The objects go to the S3 server that npm start runs; .local/env has its address. For another one set
RAW_BUCKET, AWS_REGION, AWS_ENDPOINT_URL_S3, S3_FORCE_PATH_STYLE and the AWS credentials.
`;

/** The request as API Gateway would pass it to the Lambda. */
async function apiGatewayEventOf(
  request: IncomingMessage,
  { pathname: path, search }: URL,
): Promise<APIGatewayProxyEventV2> {
  const { method = 'GET' } = request;
  const routeKey = `${method} ${path}`;
  const userAgent = request.headers['user-agent'] ?? '';
  const sourceIp = request.socket.remoteAddress ?? '';
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: search.slice(1),
    headers: { 'content-type': request.headers['content-type'], 'user-agent': userAgent },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: '127.0.0.1',
      domainPrefix: 'local',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    body: await text(request),
    isBase64Encoded: false,
  };
}

/** @returns the exit code, when the server has ended */
async function serve({ port }: { readonly port: number }): Promise<number> {
  readLocalEnv();
  const { handler } = await import('./handler');
  const answer = async (request: IncomingMessage): Promise<APIGatewayProxyStructuredResultV2> => {
    const url = new URL(request.url ?? '/', 'http://local');
    const isOurs = request.method === 'POST' && url.pathname === '/clickstream';
    if (!isOurs && !unpackerFor(url.pathname)) return { statusCode: 404, body: '{"message":"Not Found"}' };
    return handler(await apiGatewayEventOf(request, url));
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ({ statusCode = 200, headers, body = '', isBase64Encoded }) =>
        response
          .writeHead(statusCode, { ...headers } as Record<string, string>)
          .end(body, isBase64Encoded ? 'base64' : 'utf8'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  console.log(`Ready: curl -d '{"eventName":"page_view"}' http://127.0.0.1:${taken}/clickstream`);
  await once(server, 'close');
  return 0;
}

function serveOptions(args: string[]): { readonly port: number } | 'help' {
  const { help, port } = readOptions(args, { port: TEXT });
  return help ? 'help' : { port: Number(port ?? DEFAULT_PORT) };
}

void runCommand({
  call: 'npx nx serve ingest-lambda',
  help: HELP,
  failure: 'Not served',
  read: serveOptions,
  run: serve,
});
