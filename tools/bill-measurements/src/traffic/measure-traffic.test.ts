import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const WORKSPACE = resolve(import.meta.dirname, '../../../..');

/** The measurement in a process of its own, whose timers and globals it replaces. */
async function measured(wait: number): Promise<Record<string, number>> {
  const script = resolve(import.meta.dirname, '../testing/print-traffic.ts');
  const typescript = resolve(WORKSPACE, 'tools/workspace/typescript.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--disable-warning=ExperimentalWarning', '--import', typescript],
    ...[script, String(wait)],
  ]);
  return JSON.parse(stdout) as Record<string, number>;
}

it('sends every event of simulated shoppers, in fewer requests the longer events may wait', async () => {
  const [short, long] = await Promise.all([measured(2_000), measured(30_000)]);
  for (const { events, arrived } of [short, long]) {
    expect(events).toBeGreaterThan(200);
    expect(arrived).toBe(events);
  }
  expect(short['events']).toBe(long['events']);
  expect(long['requests']).toBeLessThan((short['requests'] ?? 0) / 2);
}, 60_000);
