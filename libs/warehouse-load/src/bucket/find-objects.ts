import { isRawObject, RAW_PREFIXES } from '@clickstream/event-schema/raw-object';
import { isBeyond, recentHours, rejectedRange, type KeyRange } from './key-range';
import type { ListedObject, RawSource } from './raw-source';
import { readAhead } from '../flow/read-ahead';
import type { PendingObject } from '../objects/pending-object';

/** Hours that every run lists first, so that the newest events never wait behind old ones. */
const RECENT_HOURS = 3;

/** Pages that are listed and looked up while the objects of earlier ones are being loaded. */
const PAGES_AHEAD = 2;

/** The places to search for objects, and what is known about them. */
export interface ObjectSearch {
  readonly source: RawSource;
  /** Those of the listed objects that are still to be loaded. */
  pendingObjects(listed: readonly ListedObject[]): Promise<PendingObject[]>;
  /** Only these keys; absent: the recent hours, then the sweep. */
  readonly range: KeyRange | undefined;
  readonly now: Date;
  readonly sweep: Sweep;
}

/**
 * The sweep of the whole bucket, by which a run finds what has arrived late in any hour. It lists
 * at most `pages` pages of 1,000 keys. In a larger bucket the next run continues where this one
 * ends, and starts over at the end.
 */
export interface Sweep {
  readonly pages: number;
  /** The key after which it begins; '' for the beginning. */
  readonly after: string;
  /** Set while the sweep is unfinished: the key after which the next run begins. */
  until: string;
}

/** Finds the objects to load: each once, those of one hour or day in the order of their keys. */
export async function* findObjects(search: ObjectSearch): AsyncGenerator<PendingObject> {
  for await (const listed of readAhead(pendingPages(search), PAGES_AHEAD)) yield* listed;
}

async function* pendingPages(search: ObjectSearch): AsyncGenerator<PendingObject[]> {
  for await (const page of search.range ? pagesOfRange(search.source, search.range) : allPages(search)) {
    const objects = page.filter(({ key }) => isRawObject(key));
    if (objects.length > 0) yield await search.pendingObjects(objects);
  }
}

async function* pagesOfRange(source: RawSource, range: KeyRange): AsyncGenerator<ListedObject[]> {
  for (const [index, { from, to }] of [range, rejectedRange(range)].entries()) {
    for await (const page of source.listPages(`${RAW_PREFIXES[index]}/`, from)) {
      yield page.filter(({ key }) => !isBeyond(key, { from, to }));
      const last = page.at(-1);
      if (last && isBeyond(last.key, { from, to })) break;
    }
  }
}

async function* allPages({ source, now, sweep }: ObjectSearch): AsyncGenerator<ListedObject[]> {
  const recent = [...recentHours('events', now, RECENT_HOURS), ...recentHours('rejected', now, RECENT_HOURS)];
  for (const prefix of recent) yield* source.listPages(prefix);
  let pages = 0;
  for (const prefix of RAW_PREFIXES.map((name) => `${name}/`)) {
    // The previous run's sweep ended beyond this prefix.
    if (sweep.after > prefix && !sweep.after.startsWith(prefix)) continue;
    const after = sweep.after.startsWith(prefix) ? sweep.after : undefined;
    for await (const page of source.listPages(prefix, after)) {
      yield page.filter(({ key }) => !recent.some((hour) => key.startsWith(hour)));
      const last = page.at(-1);
      if (!last || ++pages < sweep.pages) continue;
      sweep.until = last.key;
      return;
    }
  }
  sweep.until = '';
}
