import { cpus } from 'node:os';
import { SingleBar } from 'cli-progress';
import { BENCHMARKS } from './benchmarks';
import { runCommand } from './command';
import { helpText, planRuns, type Plan, type PlannedRun } from './command-line';
import { formatReport } from './report';

async function run(
  { benchmark, events, rounds, size, against }: PlannedRun,
  asMarkdown: boolean,
): Promise<void> {
  const [cpu] = cpus();
  console.log(
    `\n${benchmark.subject}: ${benchmark.describe}\n` +
      `${size > 0 ? `--${benchmark.option?.name} ${size.toLocaleString('en')}, ` : ''}` +
      `${against ? `against ${against}, ` : ''}` +
      `${events > 0 ? `${events.toLocaleString('en')} events a round, ` : ''}median of ${rounds} rounds, ` +
      `Node ${process.version}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'})\n`,
  );
  const bar = new SingleBar({ format: '{bar} {percentage}% | {duration_formatted}' });
  bar.start(1, 0);
  const onProgress = (done: number, total: number) => {
    bar.setTotal(total);
    bar.update(done);
  };
  const report = await benchmark.run({ events, rounds, size, against, onProgress }).finally(() => bar.stop());
  console.log(`\n${formatReport(report, asMarkdown)}\n`);
}

async function runAll({ runs, asMarkdown }: Plan): Promise<boolean> {
  for (const planned of runs) await run(planned, asMarkdown);
  return true;
}

void runCommand(
  {
    name: 'bench',
    help: helpText(BENCHMARKS),
    stopped: 'The benchmark stopped',
    read: (args) => planRuns(args, BENCHMARKS),
    run: runAll,
  },
  process.argv.slice(2),
);
