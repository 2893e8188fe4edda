import { runCommand } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { runChaos } from './chaos';
import { figure, formatChecks } from './checks/check';
import { chaosOptions, HELP, type ChaosOptions } from './command-line';

/** @returns the exit code */
async function run(options: ChaosOptions): Promise<number> {
  const startedAt = performance.now();
  const bar = progressBar('{bar} {percentage}% | {duration_formatted}');
  bar.start(100, 0);
  const checks = await runChaos(options, (part) => bar.update(Math.floor(100 * part))).finally(() =>
    bar.stop(),
  );
  const failed = checks.filter(({ holds }) => !holds).length;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`\n${formatChecks(checks)}\n`);
  console.log(
    `${failed === 0 ? 'Every check passed' : `${failed} of ${checks.length} checks failed`}: ` +
      `${figure(options.events)} events, seed ${options.seed}, ${seconds} s.`,
  );
  return failed === 0 ? 0 : 1;
}

void runCommand({
  call: 'npm run chaos --',
  help: HELP,
  failure: 'Chaos stopped before the end',
  read: (args) => chaosOptions(args, Date.now() % 1_000_000),
  run,
});
