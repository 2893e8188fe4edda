import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { LIMITS } from '@clickstream/event-schema';
import { networkOf } from './network-of';

/** Facts about a request other than its body. */
export interface Receipt {
  readonly receivedAt: Date;
  readonly requestId: string;
  /** Address cut to its network. */
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
}

/** The receipt of a request of API Gateway (HTTP API, payload 2.0). */
export function receiptOf({ requestContext }: APIGatewayProxyEventV2, receivedAt: Date): Receipt {
  const { sourceIp, userAgent } = requestContext.http;
  return {
    receivedAt,
    requestId: requestContext.requestId,
    sourceIp: networkOf(sourceIp),
    userAgent: userAgent ? userAgent.slice(0, LIMITS.maxText) : null,
  };
}

/**
 * The text of a request's body. API Gateway passes a body on in base64 when it does not recognise
 * text.
 */
export function bodyTextOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}
