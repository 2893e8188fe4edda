import { acceptBatch, type SortedBatch } from '../accept/accept-batch';
import { readBody, type Refusal } from '../read/read-body';
import type { Receipt } from '../read/receipt';

/** The time of receipt of every request. */
export const RECEIVED = '2026-11-23T10:00:00.000Z';

/** Ingest's data for each event. */
export const STAMP = {
  receivedAt: RECEIVED,
  requestId: 'request-1',
  sourceIp: '203.0.113.0',
  userAgent: 'Mozilla/5.0',
};

const RECEIPT: Receipt = { ...STAMP, receivedAt: new Date(RECEIVED) };

/** Source of a body: text, or a value that is sent as JSON. */
export function accept(body: unknown, newId?: (time: number) => string): SortedBatch | Refusal {
  const read = readBody(typeof body === 'string' ? body : JSON.stringify(body));
  return read.kind === 'refused' ? read : acceptBatch(read, RECEIPT, newId);
}

/** The events of a body that is not refused. */
export function sorted(body: unknown, newId?: (time: number) => string): SortedBatch {
  const batch = accept(body, newId);
  if (batch.kind !== 'sorted') throw new Error(`refused: ${batch.error}`);
  return batch;
}
