import { cpus } from 'node:os';
import { SingleBar } from 'cli-progress';
import { BENCHMARKS } from './benchmarks';
import { helpText, planRuns, UsageError } from './command-line';
import type { PlannedRun } from './command-line';
import { formatReport } from './report';

async function run({ benchmark, events, rounds, size }: PlannedRun, asMarkdown: boolean): Promise<void> {
  const [cpu] = cpus();
  console.log(
    `\n${benchmark.subject}: ${benchmark.describe}\n` +
      `${size > 0 ? `--${benchmark.option?.name} ${size.toLocaleString('en')}, ` : ''}` +
      `${events > 0 ? `${events.toLocaleString('en')} events a round, ` : ''}median of ${rounds} rounds, ` +
      `Node ${process.version}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'})\n`,
  );
  const bar = new SingleBar({ format: '{bar} {percentage}% | {duration_formatted}' });
  bar.start(1, 0);
  const onProgress = (done: number, total: number) => {
    bar.setTotal(total);
    bar.update(done);
  };
  const report = await benchmark.run({ events, rounds, size, onProgress }).finally(() => bar.stop());
  console.log(`\n${formatReport(report, asMarkdown)}\n`);
}

/** @returns the exit code: 0 done, 1 a benchmark failed, 2 asked for something that does not exist */
async function main(args: string[]): Promise<number> {
  try {
    const plan = planRuns(args, BENCHMARKS);
    if (plan === 'help') console.log(helpText(BENCHMARKS));
    else for (const planned of plan.runs) await run(planned, plan.asMarkdown);
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
