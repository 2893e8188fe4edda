import type { Entry } from './entries';
import type { Fate, Fates } from './fates';

export type Look = 'plain' | 'good' | 'warn' | 'bad';

/** The state of an event, in words. */
export interface Status {
  readonly words: string;
  readonly look: Look;
}

/**
 * @param fate what the server knows of it, once it was asked
 * @param seconds until the next request, if one is planned
 */
export function statusOf(entry: Entry, fate: Fate | undefined, seconds: number | null): Status {
  if (fate?.loaded) return { words: 'In the warehouse', look: 'good' };
  if (fate?.quarantined) return { words: `Put aside by the load: ${fate.quarantined}`, look: 'bad' };
  switch (entry.state) {
    case 'rejected':
      return { words: `Rejected: ${entry.reason ?? 'no reason was given'}`, look: 'bad' };
    case 'accepted':
      return { words: 'Accepted and stored in the bucket', look: 'plain' };
    case 'sent':
      return { words: 'Sent, not answered yet', look: 'plain' };
    case 'queued': {
      const when = seconds === null ? 'waits to be sent' : `will be sent in ${seconds} s`;
      return entry.reason === null
        ? { words: `Queued, ${when}`, look: 'plain' }
        : { words: `Not taken (${entry.reason}), ${when}`, look: 'warn' };
    }
  }
}

/** Faults of an event, and what looks like one. */
export function warningsOf(entry: Entry, fate: Fate | undefined): string[] {
  return [
    ...(fate?.faults ?? []).map((fault) => `By the contract, ${fault}.`),
    ...(fate?.isKnown === false
      ? [`The contract does not know the name ${entry.name}: stored, and counted by name only.`]
      : []),
    ...(entry.double === null ? [] : [entry.double]),
  ];
}

/** The reason why no rows are shown, if there is one. */
export function warehouseWords(fates: Fates | null): string | null {
  switch (fates?.warehouse) {
    case 'absent':
      return 'The warehouse is in a private network that this shop cannot reach: rows are not shown. Trust, in the dashboards, says until when it is loaded.';
    case 'unreachable':
      return 'The warehouse does not answer. Asked again in a moment.';
    case 'asked':
      return fates.loadedAt === null ? 'Nothing has been loaded yet.' : null;
    default:
      return null;
  }
}

/** Key and line of an event in the bucket. */
export function placeOf(fate: Fate | undefined): string {
  const { object, line } = fate?.loaded ?? {};
  return object ? `${object}, line ${line}` : 'known after the load';
}
