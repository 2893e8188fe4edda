import { type History, inLakeTurn, type LakeBucket, openHistory } from '@clickstream/lake';
import type { ClientBase } from 'pg';
import type { RawBucket } from '../bucket/raw-bucket';
import type { Receipt } from '../receipt';
import type { ErasureContext } from '../subject/line-owner';
import { eventsInHistory, type PastEvent } from './events-in-history';
import { eraseFacts } from './facts-in-history';
import { eraseLinks, rememberLinks } from './links-in-history';

/** An erasure that has found no history. */
export const NO_HISTORY: Receipt['history'] = { days: [], events: 0, factFiles: 0, oldVersionsDeleted: 0 };

/** The places of an erasure that the history needs. */
export interface HistoryPlaces {
  readonly client: ClientBase;
  readonly bucket: RawBucket;
  readonly lake: LakeBucket;
  /** An existing folder for files; the system's own by default. */
  readonly scratch?: string | undefined;
}

/** The subject's part of the lake's history. */
export interface OwnHistory {
  /** Ids of their events: raw objects may have them as well. */
  readonly eventIds: readonly string[];
  /**
   * Rewrites the files of the lake that have events or facts of the subject from before the
   * warehouse begins. A run after a stop finds what is left, since facts come before the events
   * that lead to them, and links last.
   */
  erase(): Promise<Receipt['history']>;
  close(): Promise<void>;
}

/** Finds the subject in the history, by the links that the warehouse still has. */
export async function ownHistory(
  { client, bucket, lake, scratch }: HistoryPlaces,
  context: ErasureContext,
): Promise<OwnHistory> {
  const history = await openHistory(lake, scratch);
  if (!history)
    return { eventIds: [], erase: () => Promise.resolve(NO_HISTORY), close: () => Promise.resolve() };
  try {
    await rememberLinks(client, history, context);
    const events = await eventsInHistory(history, context);
    return {
      eventIds: events.map(({ id }) => id),
      erase: () => inLakeTurn(client, () => eraseEvents(history, bucket, context, events)),
      close: () => history.close(),
    };
  } catch (error) {
    await history.close();
    throw error;
  }
}

async function eraseEvents(
  history: History,
  bucket: RawBucket,
  { subject }: ErasureContext,
  events: readonly PastEvent[],
): Promise<Receipt['history']> {
  const facts = await eraseFacts(history, subject, events);
  const ids = events.map(({ id }) => id);
  await history.remember('erased_events', ids);
  const days = [...new Set(events.map(({ file }) => file))].sort();
  for (const day of days) await history.remove(day, 'event_id IN (FROM erased_events)');
  facts.push(...(await eraseLinks(history, subject)));
  let oldVersionsDeleted = 0;
  for (const key of [...facts, ...days.map((day) => history.keyOf(day))])
    oldVersionsDeleted += await bucket.deleteOldVersions(key);
  return { days, events: events.length, factFiles: facts.length, oldVersionsDeleted };
}
