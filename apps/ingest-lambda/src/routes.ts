import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { LIMITS } from '@clickstream/event-schema';
import { unpackerFor, type RequestUnpacker, type SenderName } from '@clickstream/event-schema/adapters';
import { OUR_ANSWERS, type Answers } from './answer/http-response';
import { bodyValues, readBody, readJson, refuse, type BodyValues, type Refusal } from './read/read-body';
import { bodyTextOf } from './read/receipt';
import { SEGMENT_ANSWERS, SNOWPLOW_ANSWERS, SNOWPLOW_PIXEL_ANSWERS } from './answer/sender-answers';

/** A request's events, and the answer that the sender's library expects. */
export interface RoutedRequest {
  readonly body: BodyValues | Refusal;
  readonly answers: Answers;
}

const ANSWERS: Readonly<Partial<Record<SenderName, Answers>>> = {
  segment: SEGMENT_ANSWERS,
  snowplow: SNOWPLOW_ANSWERS,
};

/**
 * Reads a request by its path: in the form of that path's tracker, or in ours at any other path.
 */
export function readRequest(request: APIGatewayProxyEventV2): RoutedRequest {
  const unpacker = unpackerFor(request.rawPath);
  if (!unpacker) return { body: readBody(bodyTextOf(request)), answers: OUR_ANSWERS };
  const isGet = request.requestContext.http.method === 'GET';
  return {
    body: isGet ? unpacked(request, unpacker, null) : readThirdParty(request, unpacker),
    answers: isGet ? SNOWPLOW_PIXEL_ANSWERS : (ANSWERS[unpacker.name] ?? OUR_ANSWERS),
  };
}

function readThirdParty(request: APIGatewayProxyEventV2, unpacker: RequestUnpacker): BodyValues | Refusal {
  return readJson(
    bodyTextOf(request),
    (body) => unpacked(request, unpacker, body),
    LIMITS.maxThirdPartyBodyBytes,
  );
}

function unpacked(
  { rawPath: path, rawQueryString }: APIGatewayProxyEventV2,
  unpacker: RequestUnpacker,
  body: unknown,
): BodyValues | Refusal {
  const query = Object.fromEntries(new URLSearchParams(rawQueryString));
  const request = unpacker.unpack({ path, query, body });
  if (!request) return refuse(400, `The request is not one that ${unpacker.name} sends to ${path}.`);
  return bodyValues(request.values, request.sentAt);
}
