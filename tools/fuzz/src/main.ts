import { runCommand } from '@clickstream/bench/command';
import { SingleBar } from 'cli-progress';
import { fuzzOptions, HELP, type FuzzOptions } from './command-line';
import { fuzzBodies } from './fuzz-bodies';
import { fuzzObjects } from './fuzz-objects';

/** One in so many inputs is an object. */
const OBJECT_EVERY = 20;

const figure = (value: number): string => value.toLocaleString('en');

/** @returns whether everything held */
async function run({ count, seed }: FuzzOptions): Promise<boolean> {
  const startedAt = performance.now();
  const objects = Math.floor(count / OBJECT_EVERY);
  const bodies = count - objects;
  const bar = new SingleBar({ format: '{bar} {percentage}% | {value}/{total} | {duration_formatted}' });
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
    `${failures.length === 0 ? 'Everything held' : `${failures.length} things did not hold`}: ` +
      `${figure(bodies)} bodies of ${figure(ofBodies.events)} events, ` +
      `${figure(objects)} objects of ${figure(ofObjects.events)} lines, seed ${seed}, ${seconds} s.`,
  );
  return failures.length === 0;
}

void runCommand(
  {
    name: 'fuzz',
    help: HELP,
    stopped: 'The fuzzing stopped before the end',
    read: (args) => fuzzOptions(args, Date.now() % 1_000_000),
    run,
  },
  process.argv.slice(2),
);
