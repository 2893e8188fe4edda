import fc from 'fast-check';
import { damage, mutatedJson } from './mutations';
import type { GatewayRequest } from './real-code';
import { PIXEL_QUERY, SENT_REQUESTS } from './senders';

const PATHS = [...new Set(SENT_REQUESTS.map(({ path }) => path)), '/v1/x', '/v1/', '/', '//', '/i'];

type Body = string | Buffer;

const mutated = fc
  .constantFrom(...SENT_REQUESTS)
  .chain(({ path, body }) => fc.tuple(mutatedJson(body), damage).map(([text, act]) => post(path, act(text))));

const toAnotherRoute = fc
  .tuple(fc.constantFrom(...PATHS), mutated)
  .map(([rawPath, request]): GatewayRequest => ({ ...request, rawPath }));

const pixel = fc
  .tuple(mutatedJson(Object.fromEntries(new URLSearchParams(PIXEL_QUERY))), damage, fc.boolean())
  .map(([text, act, isQuery]) => {
    const damaged = act(text).toString();
    return { ...post('/i', undefined), rawQueryString: isQuery ? queryOf(text) : damaged };
  })
  .map((request): GatewayRequest => {
    const http = { ...request.requestContext.http, method: 'GET' };
    return { ...request, requestContext: { ...request.requestContext, http } };
  });

/** Requests of every sender to every route with random changes, and bodies of unknown senders. */
export function anyRequest(oddBody: fc.Arbitrary<Body>): fc.Arbitrary<GatewayRequest> {
  return fc.oneof(
    { weight: 14, arbitrary: mutated },
    { weight: 2, arbitrary: toAnotherRoute },
    { weight: 2, arbitrary: pixel },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom(...PATHS), oddBody).map(([path, body]) => post(path, body)),
    },
  );
}

/** A mutated object as a query; what is not an object has no parameters. */
function queryOf(json: string): string {
  try {
    return new URLSearchParams(JSON.parse(json) as Record<string, string>).toString();
  } catch {
    return json;
  }
}

function post(rawPath: string, body: Body | undefined): GatewayRequest {
  const isBase64Encoded = Buffer.isBuffer(body);
  return {
    rawPath,
    rawQueryString: '',
    ...(body !== undefined && { body: isBase64Encoded ? body.toString('base64') : body }),
    isBase64Encoded,
    requestContext: {
      requestId: 'fuzz',
      http: { method: 'POST', sourceIp: '203.0.113.77', userAgent: 'Mozilla/5.0 (fuzz)' },
    },
  };
}
