import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { corsHeaders, withoutCorsHeaders, type CorsPolicy } from './cors';
import { requestEvent, requestTarget } from './request-event';

export type HttpHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export interface HttpApiOptions {
  /** By route key: `POST /clickstream`, or `POST /v1/{call}` for any last word of a path. */
  readonly routes: Readonly<Record<string, HttpHandler>>;
  readonly cors: CorsPolicy;
  /** Receives errors of a handler, which the caller never sees. */
  readonly logError: (error: unknown) => void;
  /** Time limits for the headers of a request and for all of it. */
  readonly patience?: { readonly headersMilliseconds: number; readonly requestMilliseconds: number };
}

/** API Gateway's limit for a request body. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/**
 * The time that API Gateway waits for a request. A client that sends one byte per minute gets a 408
 * and is disconnected.
 */
const PATIENCE = { headersMilliseconds: 10_000, requestMilliseconds: 30_000 };

/**
 * A server that answers as an API Gateway HTTP API does: routes, payload format 2.0, CORS,
 * limits and its own errors.
 */
export function createHttpApi({ routes, cors, logError, patience = PATIENCE }: HttpApiOptions): Server {
  const limits = {
    headersTimeout: patience.headersMilliseconds,
    requestTimeout: patience.requestMilliseconds,
    // Interval at which Node looks for connections that have used up their time.
    connectionsCheckingInterval: Math.min(1_000, patience.headersMilliseconds / 2),
  };
  return createServer(limits, (request, response) => {
    const answer = async (): Promise<void> => {
      const allowed = corsHeaders(request.headers, cors);
      if (request.method === 'OPTIONS') return send(request, response, 204, allowed);
      const asked = `${request.method} ${requestTarget(request.url).path}`;
      const routeKey = routeKeyOf(asked, Object.keys(routes));
      const handler = routeKey === undefined ? undefined : routes[routeKey];
      if (routeKey === undefined || !handler)
        return send(request, response, 404, allowed, { message: 'Not Found' });
      const body = await readBody(request);
      if (!body) return send(request, response, 413, allowed, { message: 'Request Entity Too Large' });
      try {
        const event = requestEvent(request, body, routeKey, randomUUID(), new Date());
        const result = await handler(event);
        const headers = withoutCorsHeaders((result.headers ?? {}) as OutgoingHttpHeaders);
        const bytes = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
        response.writeHead(result.statusCode ?? 200, { ...headers, ...allowed }).end(bytes);
      } catch (error) {
        logError(error);
        send(request, response, 500, allowed, { message: 'Internal Server Error' });
      }
    };
    // The only failure left is a connection that broke while its body was read, which needs no
    // answer.
    answer().catch(() => response.destroy());
  });
}

/** The route of a request: the one with this name, otherwise one whose last word is a variable. */
function routeKeyOf(asked: string, routeKeys: readonly string[]): string | undefined {
  const folder = asked.slice(0, asked.lastIndexOf('/') + 1);
  const hasLastWord = asked.length > folder.length;
  return (
    routeKeys.find((key) => key === asked) ??
    routeKeys.find((key) => hasLastWord && key.startsWith(`${folder}{`) && key.endsWith('}'))
  );
}

/** The whole body, or undefined when it is larger than API Gateway takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body?: object,
): void {
  // The rest of an unread body would be taken for the next request.
  const hasBody = request.headers['content-length'] ?? request.headers['transfer-encoding'];
  if (hasBody && !request.complete) response.setHeader('connection', 'close');
  response.writeHead(status, body ? { ...headers, 'content-type': 'application/json' } : headers);
  response.end(body && JSON.stringify(body));
}
