import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Bodies of these types reach the Lambda as they are; API Gateway encodes all others. */
const TEXT_TYPE = /^(text\/.*|application\/(json|javascript|xml|.*\+json|.*\+xml))$/i;

/**
 * The path and the query of a request. A request line may contain any text, even one that is not a
 * URL: `//`.
 */
export function requestTarget(url: string | undefined): { readonly path: string; readonly query: string } {
  const [path = '', ...query] = (url ?? '/').split('?');
  return { path, query: query.join('?') };
}

/**
 * A request as API Gateway hands it to a Lambda: HTTP API, payload format 2.0.
 *
 * @param routeKey the route that took it, for example `POST /clickstream`
 */
export function requestEvent(
  request: IncomingMessage,
  body: Buffer,
  routeKey: string,
  requestId: string,
  receivedAt: Date,
): APIGatewayProxyEventV2 {
  const { path, query: rawQueryString } = requestTarget(request.url);
  const parameters = new URLSearchParams(rawQueryString);
  const { cookie, ...headers } = request.headers;
  const isText = TEXT_TYPE.test(request.headers['content-type']?.split(';')[0]?.trim() ?? 'text/plain');
  const query = [...new Set(parameters.keys())].map(
    (name) => [name, parameters.getAll(name).join(',')] as const,
  );
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookie ? { cookies: cookie.split('; ') } : {}),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
    ),
    ...(query.length > 0 ? { queryStringParameters: Object.fromEntries(query) } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? 'local',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: receivedAt.toISOString(),
      timeEpoch: receivedAt.getTime(),
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}
