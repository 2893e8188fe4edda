import { runCommand } from '@clickstream/command-line';
import { HELP, conformanceOptions, type Command } from './command-line';
import { runConformance } from './conformance';
import { reportOf } from './report';

/** Shows the step on one line that it writes over, where a person looks on. */
function showStep(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${step}`);
}

/** @returns the exit code */
async function run(command: Command): Promise<number> {
  const startedAt = performance.now();
  const results = await runConformance(command, showStep).finally(() => showStep(''));
  for (const { title, numbers } of results) console.log(`${reportOf(title, numbers)}\n`);
  const all = results.flatMap(({ numbers }) => numbers);
  const wrong = all.filter(({ holds }) => !holds).length;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(
    `${wrong === 0 ? `All ${all.length} numbers are right` : `${wrong} of ${all.length} numbers are wrong`}, ${seconds} s.`,
  );
  return wrong === 0 ? 0 : 1;
}

void runCommand({
  call: 'npm run conformance --',
  help: HELP,
  failure: 'Conformance stopped',
  read: (args) => conformanceOptions(args, process.env, console.log),
  run,
});
