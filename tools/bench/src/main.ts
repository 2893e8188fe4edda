import { cpus } from 'node:os';
import { SingleBar } from 'cli-progress';
import { BENCHMARKS } from './benchmarks';
import { helpText, planRuns, UsageError } from './command-line';
import type { PlannedRun } from './command-line';
import { formatTable } from './table';

async function run({ benchmark, events, rounds }: PlannedRun): Promise<void> {
  console.log(
    `\n${benchmark.name}: ${benchmark.describe}\n` +
      `${events.toLocaleString('en')} events a round, median of ${rounds} rounds, ` +
      `Node ${process.version}, ${cpus().length} cores\n`,
  );
  const bar = new SingleBar({ format: '{bar} {percentage}% | {duration_formatted}' });
  bar.start(1, 0);
  const onProgress = (done: number, total: number) => {
    bar.setTotal(total);
    bar.update(done);
  };
  const rows = await benchmark.run({ events, rounds, onProgress }).finally(() => bar.stop());
  console.log(`\n${formatTable(rows, events)}\n`);
}

/** @returns the exit code: 0 done, 1 a benchmark failed, 2 asked for something that does not exist */
async function main(args: string[]): Promise<number> {
  try {
    const runs = planRuns(args, BENCHMARKS);
    if (runs === 'help') console.log(helpText(BENCHMARKS));
    else for (const planned of runs) await run(planned);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message} See npm run bench -- --help.`);
      return 2;
    }
    console.error(`The benchmark stopped: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
