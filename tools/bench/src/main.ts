import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { runCommand } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { BENCHMARKS } from './benchmarks';
import { helpText, planRuns, type Plan, type PlannedRun } from './command-line';
import { recordMeasurement } from './measured-file';
import { formatReport, type Report } from './report';

const MEASURED = resolve(import.meta.dirname, '../../../docs/measured.md');

async function run(planned: PlannedRun, record: (report: Report) => void): Promise<void> {
  const { benchmark, ...sizes } = planned;
  console.log(`\n${benchmark.subject}: ${benchmark.describe}\n${circumstancesOf(planned)}\n`);
  const bar = progressBar('{bar} {percentage}% | {duration_formatted}');
  bar.start(1, 0);
  const onProgress = (done: number, total: number) => {
    bar.setTotal(total);
    bar.update(done);
  };
  const report = await benchmark.run({ ...sizes, onProgress }).finally(() => bar.stop());
  console.log(`\n${formatReport(report, 'terminal')}\n`);
  record(report);
}

/** The sizes of a run and the machine that it runs on, in one line. */
function circumstancesOf({ benchmark, events, rounds, size, against }: PlannedRun): string {
  const [cpu] = cpus();
  return [
    ...(size > 0 ? [`--${benchmark.option?.name} ${size.toLocaleString('en')}`] : []),
    ...(against ? [`against ${against}`] : []),
    ...(events > 0 ? [`${events.toLocaleString('en')} events a round`] : []),
    `median of ${rounds} rounds`,
    `Node ${process.version}`,
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'})`,
  ].join(', ');
}

async function runAll({ runs, isRecorded }: Plan, args: readonly string[]): Promise<number> {
  const command = ['npm run bench --', ...args.filter((arg) => arg !== '--record')].join(' ');
  const today = new Date().toISOString().slice(0, 10);
  for (const planned of runs) {
    await run(planned, (report) => {
      if (!isRecorded) return;
      const title = `${planned.benchmark.subject}: ${planned.benchmark.describe}`;
      const circumstances = `${today}, ${circumstancesOf(planned)}`;
      recordMeasurement(MEASURED, { title, command, circumstances, report });
    });
  }
  if (isRecorded) console.log('The tables are in docs/measured.md.');
  return 0;
}

const args = process.argv.slice(2);
void runCommand(
  {
    call: 'npm run bench --',
    help: helpText(BENCHMARKS),
    failure: 'The benchmark stopped',
    read: (args) => planRuns(args, BENCHMARKS),
    run: (plan) => runAll(plan, args),
  },
  args,
);
