import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { WORKSPACE } from '@clickstream/bench/bundle-of';

/** Message of the process of ingest. */
export interface BodiesReport {
  readonly bodies?: number;
  readonly events?: number;
  readonly failure?: string;
}

/** Number of failures after which the run stops. */
const MOST_FAILURES = 20;

/** Outcome of a part of the fuzzing. */
export interface Fuzzed {
  /** Events of bodies, or lines of objects. */
  readonly events: number;
  readonly failures: readonly string[];
}

/** Sends bodies through the handler of ingest, in a separate process, which may crash. */
export async function fuzzBodies(
  bodies: number,
  seed: number,
  onDone: (bodies: number) => void,
): Promise<Fuzzed> {
  const child = fork(resolve(import.meta.dirname, 'bodies-process.ts'), [String(bodies), String(seed)], {
    execArgv: ['--import', resolve(WORKSPACE, 'tools/workspace/typescript.mjs')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let [done, events] = [0, 0];
  const failures: string[] = [];
  child.on('message', (report: BodiesReport) => {
    done += report.bodies ?? 0;
    events += report.events ?? 0;
    if (report.failure !== undefined) failures.push(report.failure);
    if (failures.length >= MOST_FAILURES) child.kill('SIGKILL');
    onDone(report.bodies ?? 0);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 || done !== bodies) {
    failures.push(`Ingest ended after ${done} of ${bodies} bodies, with exit code ${code}.`);
  }
  return { events, failures };
}
