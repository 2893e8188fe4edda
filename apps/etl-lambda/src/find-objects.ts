import type { PendingObject } from './chunk';
import { EVENTS_PREFIX, isBeyond, isEventObject, recentHours, type KeyRange } from './key-range';
import type { ListedObject, RawSource } from './raw/raw-source';
import { readAhead } from './read-ahead';

/** Hours that every run lists first, so that the newest events never wait behind old ones. */
const RECENT_HOURS = 3;

/** Pages that are listed and looked up while the objects of earlier ones are being loaded. */
const PAGES_AHEAD = 2;

/** Where to look for objects, and what is known of them. */
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
 * The sweep of the whole bucket, by which a run finds what has arrived late in any hour. It lists at most `pages` pages
 * of 1,000 keys; in a larger bucket the next run goes on where this one ends, and begins again at the end.
 */
export interface Sweep {
  readonly pages: number;
  /** The key after which it begins; '' for the beginning. */
  readonly after: string;
  /** Set while it goes on: the key after which the next run begins. */
  until: string;
}

/** Finds the objects that are to be loaded: each once, those of one hour or day in the order of their keys. */
export async function* findObjects(search: ObjectSearch): AsyncGenerator<PendingObject> {
  for await (const listed of readAhead(pendingPages(search), PAGES_AHEAD)) yield* listed;
}

async function* pendingPages(search: ObjectSearch): AsyncGenerator<PendingObject[]> {
  for await (const page of search.range ? pagesOfRange(search.source, search.range) : allPages(search)) {
    const objects = page.filter(({ key }) => isEventObject(key));
    if (objects.length > 0) yield await search.pendingObjects(objects);
  }
}

async function* pagesOfRange(source: RawSource, range: KeyRange): AsyncGenerator<ListedObject[]> {
  for await (const page of source.listPages(EVENTS_PREFIX, range.from)) {
    yield page.filter(({ key }) => !isBeyond(key, range));
    const last = page.at(-1);
    if (last && isBeyond(last.key, range)) return;
  }
}

async function* allPages({ source, now, sweep }: ObjectSearch): AsyncGenerator<ListedObject[]> {
  const recent = recentHours(now, RECENT_HOURS);
  for (const prefix of recent) yield* source.listPages(prefix);
  let pages = 0;
  for await (const page of source.listPages(EVENTS_PREFIX, sweep.after || undefined)) {
    yield page.filter(({ key }) => !recent.some((prefix) => key.startsWith(prefix)));
    pages += 1;
    if (pages >= sweep.pages) {
      sweep.until = page.at(-1)?.key ?? '';
      return;
    }
  }
  sweep.until = '';
}
