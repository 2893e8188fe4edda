import { SingleBar } from 'cli-progress';
import { runChaos } from './chaos';
import { figure, formatChecks } from './check';
import { chaosOptions, HELP, UsageError } from './command-line';
import type { ChaosOptions } from './command-line';

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

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  try {
    const options = chaosOptions(args, Date.now() % 1_000_000);
    if (options === 'help') {
      console.log(HELP);
      return 0;
    }
    return (await run(options)) ? 0 : 1;
  } catch (error) {
    console.error(
      error instanceof UsageError
        ? `${error.message} See npm run chaos -- --help.`
        : `Chaos stopped before the end: ${error instanceof Error ? error.message : String(error)}`,
    );
    return error instanceof UsageError ? 2 : 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
