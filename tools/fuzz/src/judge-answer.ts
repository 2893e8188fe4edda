import { gunzipSync } from 'node:zlib';
import { readEvent } from '@clickstream/event-schema/read-event';
import { EVENTS_METADATA } from '@clickstream/event-schema/raw-object';
import { eventsSent } from './events-sent';
import type { PutInput } from './memory-s3';
import type { GatewayRequest } from './real-code';

const STATUSES: ReadonlySet<number | undefined> = new Set([200, 202, 204, 400, 404, 413]);

/** The answer of ingest to a request, and the objects that it stored. */
export interface Answered {
  readonly statusCode?: number;
  readonly body?: string;
  readonly objects: readonly PutInput[];
}

/** Counts the stored events. @throws Error that names what does not agree */
export function judgeAnswer(request: GatewayRequest, { statusCode, body = '', objects }: Answered): number {
  if (!STATUSES.has(statusCode)) throw new Error(`Ingest answered ${statusCode}: ${body}`);
  const accepted = linesUnder('events/', objects);
  const rejected = linesUnder('rejected/', objects);
  for (const line of accepted) readLine(line);
  for (const line of rejected) readEvent((line as { event?: unknown }).event, Date.now());
  const stored = accepted.length + rejected.length;
  if (statusCode !== 200 && statusCode !== 202) {
    if (stored > 0) throw new Error(`Ingest answered ${statusCode} and stored ${stored} events.`);
    return 0;
  }
  if (statusCode === 202) {
    const counts = JSON.parse(body) as { accepted: number; rejected: unknown[] };
    mustAgree(
      'accepted',
      counts.accepted,
      accepted.length,
      accepted.some(isForeign) ? Infinity : counts.accepted,
    );
    mustAgree('rejected', counts.rejected.length, rejected.length);
  }
  const sent = eventsSent(request);
  if (sent) mustAgree('sent', sent.events, stored, sent.lines);
  return stored;
}

/** Checks that the ETL can read an accepted event. */
function readLine(line: unknown): void {
  const { receivedAt } = (line as { _ingest: { receivedAt: string } })._ingest;
  const read = readEvent(line, Date.parse(receivedAt));
  if (!read.ok) throw new Error(`Ingest accepted an event that the ETL refuses: ${read.detail}`);
}

/** An event of another sender may be stored as several. */
const isForeign = (line: unknown): boolean =>
  (line as { _ingest: { sender?: string } })._ingest.sender !== undefined;

/** @param most the most lines that these events may become */
function mustAgree(name: string, counted: number, stored: number, most = counted): void {
  if (stored < counted || stored > most)
    throw new Error(`${counted} events were ${name}, and ${stored} are stored.`);
}

function linesUnder(prefix: string, objects: readonly PutInput[]): unknown[] {
  return objects
    .filter(({ Key }) => Key.startsWith(prefix))
    .flatMap(({ Body, Metadata }) => {
      const lines = gunzipSync(Body).toString().trimEnd().split('\n');
      mustAgree('counted in the metadata', Number(Metadata[EVENTS_METADATA]), lines.length);
      return lines.map((line) => JSON.parse(line) as unknown);
    });
}
