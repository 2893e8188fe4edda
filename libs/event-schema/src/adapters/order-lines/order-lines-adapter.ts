import type { SenderAdapter } from '../adapter';
import { toSourceEvent } from './to-source-event';
import type { JsonObject } from '../../source-event';

/** Orders of a shop's books, as the import sends them. */
export const orderLines: SenderAdapter = {
  name: 'order-lines',
  recognizes: (event: JsonObject) =>
    typeof event['invoice'] === 'string' &&
    typeof event['invoiceDate'] === 'string' &&
    Array.isArray(event['lines']),
  toSourceEvent,
};
