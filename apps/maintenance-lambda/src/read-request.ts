import type { MaintenanceRequest } from '@clickstream/warehouse-maintenance';

const EXAMPLE = '{"operation": "erase", "subject": {"kind": "user", "id": "…"}}';

/**
 * Checks what an operator or a schedule sends. What a call answers under `next` is passed on as it
 * is.
 *
 * @throws Error that names what is wrong with it
 */
export function readRequest(payload: unknown): MaintenanceRequest {
  const request = (payload ?? {}) as Partial<Record<string, unknown>>;
  switch (request['operation']) {
    case 'erase':
      checkSubject(request['subject']);
      break;
    case 'retain':
      checkMonths(request['months']);
      if (request['lakeMonths'] !== undefined) checkMonths(request['lakeMonths']);
      break;
    case 'replay':
      if (typeof request['filter'] !== 'object' || request['filter'] === null)
        throw new Error('replay needs "filter": {} for all lines, or a reason, an object or a range.');
      break;
    default:
      throw new Error(
        `The operation is ${JSON.stringify(request['operation'])}. Use erase, retain or replay, for example ${EXAMPLE}.`,
      );
  }
  return payload as MaintenanceRequest;
}

/** The id itself is never part of the message: it would be in the log. */
function checkSubject(subject: unknown): void {
  const { kind, id } = (subject ?? {}) as Partial<Record<string, unknown>>;
  if ((kind !== 'user' && kind !== 'client') || typeof id !== 'string' || id.trim() !== id || id === '')
    throw new Error(
      `erase needs a subject of the kind user or client, with an id without spaces around it: ${EXAMPLE}.`,
    );
}

function checkMonths(months: unknown): void {
  if (!Number.isInteger(months) || Number(months) < 1)
    throw new Error(`The months to keep are ${JSON.stringify(months)}. Use a whole number from 1.`);
}
