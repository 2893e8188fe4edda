import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * A request of API Gateway (HTTP API, payload 2.0) with the given body, in the form that it has for
 * a browser's beacon.
 */
export function aRequest(
  body: string | Buffer | undefined,
  { sourceIp = '203.0.113.77', userAgent = 'Mozilla/5.0 (test)', requestId = 'request-1' } = {},
): APIGatewayProxyEventV2 {
  const isBase64Encoded = Buffer.isBuffer(body);
  return {
    version: '2.0',
    routeKey: 'POST /clickstream',
    rawPath: '/clickstream',
    rawQueryString: '',
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': userAgent },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc',
      domainName: 'abc.execute-api.ap-southeast-1.amazonaws.com',
      domainPrefix: 'abc',
      http: { method: 'POST', path: '/clickstream', protocol: 'HTTP/1.1', sourceIp, userAgent },
      requestId,
      routeKey: 'POST /clickstream',
      stage: '$default',
      time: '23/Nov/2026:10:00:00 +0000',
      timeEpoch: 1795428000000,
    },
    ...(body === undefined ? {} : { body: isBase64Encoded ? body.toString('base64') : body }),
    isBase64Encoded,
  };
}
