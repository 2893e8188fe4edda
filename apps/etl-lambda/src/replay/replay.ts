import type { ClientBase } from 'pg';
import type { RawSource } from '../raw/raw-source';
import { horizonOf } from '../retention/horizon';
import { loadReplayed, type ReplayCounts } from './load-replayed';
import { openLines, type PageStart } from './open-lines';
import { readAgain, type SecondReading } from './read-again';
import type { ReplayOptions } from './replay-options';

/** What a replay needs. */
export interface Replay extends ReplayOptions {
  /** With the role etl_writer; holds the run lock. */
  readonly client: ClientBase;
  readonly source: RawSource;
  /** Whether to end with the lines in hand. */
  isStopped(): boolean;
  /** Called with the number of lines read so far. */
  onProgress?(lines: number): void;
}

/** Reads quarantined lines again and loads what can be read, page by page, each page in one transaction. */
export async function replay({ client, source, filter, isDryRun, ...run }: Replay): Promise<ReplayCounts> {
  const horizon = await horizonOf(client);
  const total = { loaded: 0, duplicates: 0, dropped: 0, left: 0 };
  let lines = 0;
  for (let after: PageStart | null = null; !run.isStopped();) {
    const page = await openLines(client, filter, after);
    const last = page.at(-1);
    if (!last) break;
    after = { objectKey: last.object.key, quarantineId: last.quarantineId };
    const reading = await readAgain(source, page, horizon);
    const counts = isDryRun ? wouldBe(reading) : await loadReplayed(client, reading);
    total.loaded += counts.loaded;
    total.duplicates += counts.duplicates;
    total.dropped += counts.dropped;
    total.left += counts.left;
    run.onProgress?.((lines += page.length));
  }
  return total;
}

/** What loading would come to, as far as it shows without asking the warehouse which events it has. */
function wouldBe({ chunk, unreadable }: SecondReading): ReplayCounts {
  const dropped = chunk.parts.reduce((sum, { erased, expired }) => sum + erased + expired, 0);
  return { loaded: chunk.rows, duplicates: chunk.duplicates, dropped, left: unreadable.length };
}
