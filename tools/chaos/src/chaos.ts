import { bundleOf } from '@clickstream/bench/bundle-of';
import { checkAll } from './checks/checks';
import type { Check } from './checks/check';
import type { ChaosOptions } from './command-line';
import { runEtl, startLanes } from './etl-lanes';
import { startFaultProxy } from './fault-proxy';
import { openIngest } from './ingest-door';
import { knownTraffic, type Delivery, type KnownTraffic } from './known-traffic';
import { plannedSabotage, sabotage, watchLoads } from './saboteur';
import { setUpTestBed } from './test-bed';
import type { Troubles } from './checks/trouble-checks';

/** Number of concurrent runs of the ETL. */
const LANES = 2;

/** In how many steps the bar moves while one part of the events arrives. */
const STEPS = 20;

/** A run after the trouble repeats only what another had no time for. */
const MOST_LAST_RUNS = 20;

/**
 * Sends known events through the platform while it is sabotaged, and compares what
 * is left with what is known.
 */
export async function runChaos(
  { events, kills, seed }: ChaosOptions,
  onProgress: (part: number) => void,
): Promise<Check[]> {
  const [ingestBundle, etlBundle] = [await bundleOf('ingest-lambda'), await bundleOf('etl-lambda')];
  const midnight = new Date().setUTCHours(0, 0, 0, 0);
  const traffic = knownTraffic(events, seed, midnight);
  const testBed = await setUpTestBed();
  const proxy = await startFaultProxy(testBed.s3Url, faultEvery(events));
  const ingest = openIngest(ingestBundle, testBed.envFor(testBed.s3Url));
  const etlEnv = testBed.envFor(proxy.url);
  const lanes = startLanes(LANES, etlBundle, etlEnv);
  try {
    const done = { 'kill the ETL': 0, 'stop PostgreSQL': 0, 'crash PostgreSQL': 0 };
    const plan = plannedSabotage(kills);
    for (const [index, step] of plan.entries()) {
      const arriving = partOf(traffic, index, plan.length);
      const send = async () => {
        for (let at = 0; at < STEPS; at++) {
          await ingest.take(slice(arriving, at, STEPS));
          onProgress((0.8 * (index + (at + 1) / STEPS)) / plan.length);
        }
      };
      const watch = await watchLoads(testBed.superuserUrl);
      const [wasDone] = await Promise.all([sabotage(step, watch, testBed, lanes), send()]);
      if (wasDone) done[step] += 1;
    }
    await lanes.stop();
    proxy.behave();
    await loadTheRest(etlBundle, etlEnv);
    onProgress(0.9);
    const troubles: Troubles = { plan, done, lanes: lanes.counts, faults: proxy.faults };
    return await checkAll(testBed, traffic, ingest.counts, troubles, () => runEtl(etlBundle, etlEnv));
  } finally {
    lanes.killAll();
    await Promise.all([lanes.stop(), proxy.stop(), ingest.close()]);
    await testBed.close();
  }
}

/**
 * Each fault costs the pause before the next try: with many objects, a smaller
 * share of them is still many.
 */
const faultEvery = (events: number): number => Math.min(67, Math.max(11, Math.round(events / 1_500)));

function partOf({ deliveries }: KnownTraffic, index: number, parts: number): readonly Delivery[] {
  return slice(deliveries, index, parts);
}

function slice<T>(values: readonly T[], index: number, parts: number): readonly T[] {
  const edge = (at: number) => Math.floor((values.length * at) / parts);
  return values.slice(edge(index), edge(index + 1));
}

async function loadTheRest(bundle: string, env: Record<string, string>): Promise<void> {
  for (let run = 1; run <= MOST_LAST_RUNS; run++) {
    const { objects, more, failed } = await runEtl(bundle, env);
    if (objects === 0 && !more && failed === 0) return;
  }
  throw new Error('The ETL does not finish.');
}
