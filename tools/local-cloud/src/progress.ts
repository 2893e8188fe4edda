import { progressBar } from '@clickstream/command-line/progress-bar';

/** Shows what happens to the person who waits for it. */
export interface Progress {
  say(line: string): void;
  /** Says when the work is done and how long it took. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** A bar over a fraction from 0 to 1; `stop` leaves it on the screen. */
  bar(title: string): { update(fraction: number, note: string): void; stop(): void };
}

/** Progress for a terminal, or as plain lines in a log. */
export function consoleProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  // Who reads it may end first, for example npm or Nx at Ctrl-C.
  out.on('error', () => undefined);
  const say = (line: string) => void out.write(`${line}\n`);
  return {
    say,
    async step(title, work) {
      const startedAt = performance.now();
      const result = await work();
      say(`  ${title.padEnd(60)} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
      return result;
    },
    bar(title) {
      const bar = progressBar(`  ${title} {bar} {percentage} % · {note}`, {
        stream: out,
        noTTYOutput: true,
        notTTYSchedule: 5000,
        hideCursor: true,
        gracefulExit: false,
      });
      bar.start(100, 0, { note: '' });
      return {
        update: (fraction, note) => bar.update(Math.floor(fraction * 100), { note }),
        stop: () => bar.stop(),
      };
    },
  };
}

/** Progress that no one looks at. */
export const silentProgress: Progress = {
  say: () => undefined,
  step: (_title, work) => work(),
  bar: () => ({ update: () => undefined, stop: () => undefined }),
};
