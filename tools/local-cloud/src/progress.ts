import { progressBar } from '@clickstream/command-line/progress-bar';

/** Progress display for the person at the terminal. */
export interface Progress {
  say(line: string): void;
  /** Shows the end of the work and its duration. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** A bar over a fraction from 0 to 1; `stop` leaves it on the screen. */
  bar(title: string): { update(fraction: number, note: string): void; stop(): void };
}

/** Progress for a terminal, or as plain lines in a log. */
export function consoleProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  // The reader may end first, for example npm or Nx on Ctrl-C.
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
