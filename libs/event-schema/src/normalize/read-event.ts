import { adapterFor, type SenderName, type SourceEvent } from '../adapters';
import { objectOf } from './field-values';

/** An event under our names, and who wrote it in which convention; or why it is not one. */
export type ReadEvent =
  | {
      readonly ok: true;
      readonly event: SourceEvent;
      readonly sender: SenderName;
      /** Faults that were put right, each as `field: fault`. */
      readonly corrections: readonly string[];
    }
  | { readonly ok: false; readonly reason: string; readonly sender: SenderName };

const NONE: readonly string[] = [];

/** Reads one event of any sender: the one way in which ingest and the ETL do it. */
export function readEvent(value: unknown): ReadEvent {
  const given = objectOf(value);
  if (!given) return { ok: false, reason: 'an event must be a JSON object', sender: 'other' };
  if (isOurs(given)) return { ok: true, event: given, sender: 'clickstream', corrections: NONE };
  const adapter = adapterFor(given);
  return { ok: true, event: adapter.toSourceEvent(given), sender: adapter.name, corrections: NONE };
}

/** Events that our ingest wrote carry its stamp and our names: they need no translation. */
function isOurs(event: Readonly<Record<string, unknown>>): boolean {
  return event['_ingest'] !== undefined && typeof event['eventName'] === 'string';
}
