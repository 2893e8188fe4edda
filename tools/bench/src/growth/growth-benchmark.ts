import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { withEtlTestBed, type EtlTestBed } from '../etl/test-bed/etl-test-bed';
import { rawObjects } from '../etl/test-bed/raw-objects';
import type { Report } from '../report';
import { dayBefore, DAYS, ENDS_AT, SPAN_MS } from './days';
import { multiplyWarehouse } from './fill/multiply-warehouse';
import { whenFull } from './full/when-full';
import { growthTable } from './growth-table';
import { MACHINE_SETTINGS } from './machine-settings';
import { measureVolume, type VolumeFigures } from './measure-volume';

/** More rows of events would need the disk of a server; older days are left out then. */
const MOST_STORED_EVENTS = 35_000_000;

export const growthBenchmark: Benchmark = {
  subject: 'growth',
  option: { name: 'up-to', describe: 'events in the largest of three warehouses, each ten times the last' },
  describe: `load, disk, questions and compaction in warehouses of ${DAYS} days, and where each part is full`,
  defaultEvents: 125_000,
  defaultRounds: 1,
  run: (options) => withEtlTestBed((testBed) => grow(testBed, options), MACHINE_SETTINGS),
};

async function grow(testBed: EtlTestBed, options: BenchmarkOptions): Promise<Report> {
  const { size, events: hourEvents, rounds, onProgress } = options;
  const volumes = [100, 10, 1].map((part) => Math.round(size / part));
  const [smallest = 0] = volumes;
  const steps = 1 + 2 * volumes.length;
  await testBed.put(rawObjects(smallest, { startsAt: ENDS_AT - SPAN_MS, overMs: SPAN_MS }));
  const seed = await testBed.load();
  onProgress(1, steps);
  const measured: VolumeFigures[] = [];
  for (const [index, events] of volumes.entries()) {
    const { url, storedEvents } = await warehouseOf(testBed, seed, Math.round(events / smallest), events);
    onProgress(2 + 2 * index, steps);
    measured.push(await measureVolume(testBed, { url, events, storedEvents, hourEvents, rounds }));
    await testBed.warehouses.drop(url);
    onProgress(3 + 2 * index, steps);
  }
  return { table: growthTable(measured), remarks: whenFull(measured) };
}

/** A warehouse of many events, settled; the newest days have rows of events as far as they fit. */
async function warehouseOf(testBed: EtlTestBed, seed: string, copies: number, events: number) {
  const url = await testBed.warehouses.copyOf(seed);
  const days = Math.min(DAYS, Math.floor((DAYS * MOST_STORED_EVENTS) / events));
  if (copies > 1) {
    const own = new URL(testBed.postgresUrl);
    own.pathname = new URL(url).pathname;
    await multiplyWarehouse(own.href, { copies, eventsSince: dayBefore(days) });
  }
  await testBed.warehouses.settle(url);
  return { url, storedEvents: Math.round((events * days) / DAYS) };
}
