import { runCommand } from '@clickstream/bench/command';
import { SingleBar } from 'cli-progress';
import { runChaos } from './chaos';
import { figure, formatChecks } from './check';
import { chaosOptions, HELP, type ChaosOptions } from './command-line';

/** @returns whether every check holds */
async function run(options: ChaosOptions): Promise<boolean> {
  const startedAt = performance.now();
  const bar = new SingleBar({ format: '{bar} {percentage}% | {duration_formatted}' });
  bar.start(100, 0);
  const checks = await runChaos(options, (part) => bar.update(Math.floor(100 * part))).finally(() =>
    bar.stop(),
  );
  const failed = checks.filter(({ holds }) => !holds).length;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`\n${formatChecks(checks)}\n`);
  console.log(
    `${failed === 0 ? 'Every check holds' : `${failed} of ${checks.length} checks do not hold`}: ` +
      `${figure(options.events)} events, seed ${options.seed}, ${seconds} s.`,
  );
  return failed === 0;
}

void runCommand(
  {
    name: 'chaos',
    help: HELP,
    stopped: 'Chaos stopped before the end',
    read: (args) => chaosOptions(args, Date.now() % 1_000_000),
    run,
  },
  process.argv.slice(2),
);
