import { progressBar } from '@clickstream/command-line/progress-bar';
import type { LoadRun } from './load-run';

/** The options of a run that a person at a terminal sees, or decides by Ctrl-C. */
type Shown = Required<Pick<LoadRun, 'isTimeUp' | 'onNote' | 'onSkipped' | 'onProgress'>>;

/**
 * Runs a load with a progress bar and prints its notes. Ctrl-C ends it after the current chunk.
 *
 * @param run starts the load with these options
 */
export async function runOnTerminal<Result>(run: (shown: Shown) => Promise<Result>): Promise<Result> {
  const bar = progressBar('{bar} {value}/{total} objects | {events} events | {duration_formatted}');
  let isStopped = false;
  process.once('SIGINT', () => (isStopped = true));
  bar.start(0, 0, { events: 0 });
  try {
    return await run({
      isTimeUp: () => isStopped,
      onNote: (line) => console.log(line),
      onSkipped: (_key, reason) => console.error(`Left for the next run: ${reason}`),
      onProgress({ found, objects, loaded }) {
        bar.setTotal(found);
        bar.update(objects, { events: loaded.toLocaleString('en') });
      },
    });
  } finally {
    bar.stop();
  }
}
