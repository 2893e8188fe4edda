import { runCommand } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { fuzzOptions, HELP, type FuzzOptions } from './command-line';
import { fuzzBodies } from './fuzz-bodies';
import { fuzzObjects } from './fuzz-objects';

/** One in this many inputs is an object. */
const OBJECT_EVERY = 20;

const figure = (value: number): string => value.toLocaleString('en');

/** @returns the exit code */
async function run({ count, seed }: FuzzOptions): Promise<number> {
  const startedAt = performance.now();
  const objects = Math.floor(count / OBJECT_EVERY);
  const bodies = count - objects;
  const bar = progressBar('{bar} {percentage}% | {value}/{total} | {duration_formatted}');
  bar.start(count, 0);
  const onDone = (done: number) => bar.increment(done);
  const [ofBodies, ofObjects] = await Promise.all([
    fuzzBodies(bodies, seed, onDone),
    fuzzObjects(objects, seed, onDone),
  ]).finally(() => bar.stop());
  const failures = [...ofBodies.failures, ...ofObjects.failures];
  for (const failure of failures) console.log(`✗ ${failure}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(
    `${failures.length === 0 ? 'No failures' : `${failures.length} failures`}: ` +
      `${figure(bodies)} bodies of ${figure(ofBodies.events)} events, ` +
      `${figure(objects)} objects of ${figure(ofObjects.events)} lines, seed ${seed}, ${seconds} s.`,
  );
  return failures.length === 0 ? 0 : 1;
}

void runCommand({
  call: 'npm run fuzz --',
  help: HELP,
  failure: 'The fuzzing stopped before the end',
  read: (args) => fuzzOptions(args, Date.now() % 1_000_000),
  run,
});
