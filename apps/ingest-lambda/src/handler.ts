import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { log } from '@clickstream/lambda-runtime';
import { acceptBatch } from './accept/accept-batch';
import { readConfig } from './config';
import { notStoredResponse } from './answer/http-response';
import { openRawStore } from './raw-store';
import { receiptOf } from './read/receipt';
import { readRequest } from './routes';

const store = openRawStore(readConfig(process.env));

/**
 * Accepts events of any sender: stores accepted ones under `events/`, the rest under `rejected/`,
 * and reports which are which.
 */
export async function handler(request: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const receipt = receiptOf(request, new Date());
  const { requestId, receivedAt } = receipt;
  const { body, answers } = readRequest(request);
  if (body.kind === 'refused') {
    log('warn', 'request refused', { requestId, status: body.status });
    return answers.refused(body);
  }
  const batch = acceptBatch(body, receipt);
  const { accepted, rejected } = batch;
  const counts = { requestId, accepted: accepted.length, rejected: rejected.length };
  let object: string | null = null;
  let rejects: string | null = null;
  try {
    // One after the other: an answer of 5xx must mean that nothing was stored.
    if (accepted.length > 0) object = await store.put('events', accepted, receivedAt);
    if (rejected.length > 0) rejects = await store.put('rejected', rejected, receivedAt);
  } catch (error) {
    log('error', object === null ? 'nothing stored' : 'rejects not stored', {
      ...counts,
      error: String(error),
    });
    if (object === null) return notStoredResponse();
  }
  // Stored events name their request, and the access log has a line for each: no second one.
  if (rejected.length > 0) log('info', 'events rejected', { ...counts, object, rejects });
  return answers.accepted(batch);
}
