import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { IngestAnswer } from '@clickstream/event-schema';
import { rejectionOf, type SortedBatch } from '../accept/accept-batch';
import type { Refusal } from '../read/read-body';

/** Seconds after which a client may retry when nothing could be stored. */
const RETRY_AFTER_SECONDS = 5;

/** The API is called by https only, and its answers are never a page or a script. */
export const SECURITY_HEADERS = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
} as const;

// API Gateway answers the preflight and sets the CORS headers; it drops those of a Lambda.

/** An answer that a sender's library expects. */
export interface Answers {
  readonly accepted: (batch: SortedBatch) => APIGatewayProxyStructuredResultV2;
  readonly refused: (refusal: Refusal) => APIGatewayProxyStructuredResultV2;
}

/** 202: every event was either stored or rejected with its reason. */
function acceptedResponse({ acceptedEvents, rejected }: SortedBatch): APIGatewayProxyStructuredResultV2 {
  const answer: IngestAnswer = { accepted: acceptedEvents, rejected: rejected.map(rejectionOf) };
  return json(202, answer);
}

/** 400 or 413: sending the same body again gives the same answer. */
function refusedResponse({ status, error }: Refusal): APIGatewayProxyStructuredResultV2 {
  return json(status, { error });
}

export const OUR_ANSWERS: Answers = { accepted: acceptedResponse, refused: refusedResponse };

/** 503: nothing was stored, so sending the same body again loses and repeats nothing. */
export function notStoredResponse(): APIGatewayProxyStructuredResultV2 {
  const error = 'The events could not be stored. Nothing was kept: send the same request again later.';
  return json(503, { error }, { 'retry-after': String(RETRY_AFTER_SECONDS) });
}

export function json(
  statusCode: number,
  body: object,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', ...SECURITY_HEADERS, ...headers },
    body: JSON.stringify(body),
  };
}
