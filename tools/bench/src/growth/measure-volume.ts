import { median } from '../alternate-rounds';
import { askInR } from '../questions/ask-in-r';
import { ETL_PROGRAM, type EtlTestBed } from '../etl/test-bed/etl-test-bed';
import { rawObjects } from '../etl/test-bed/raw-objects';
import { bytesPerEvent } from '../etl/test-bed/warehouses';
import { dayBefore, DAYS, ENDS_AT, LAST_DAY } from './days';
import { tileTimes, type TileTimes } from './tile-times';

const HOUR_MS = 3_600_000;

/** Hours that are loaded one after another; the figures are those in the middle. */
const HOURS = 3;

/** Measurements in a warehouse of one size. */
export interface VolumeFigures {
  /** Events in the warehouse. */
  readonly events: number;
  /** Of these, the rows in the table of events: the others count in facts and sums alone. */
  readonly storedEvents: number;
  readonly load: { readonly eventsPerSecond: number; readonly cpuSecondsPerMillion: number };
  readonly bytesPerEvent: { readonly events: number; readonly facts: number };
  readonly tiles: { readonly month: TileTimes; readonly quarter: TileTimes };
  /** Of a night: a closed day, and the facts of a day. */
  readonly compaction: {
    readonly dayEvents: number;
    /** Of the first one: a closed day, and all facts. */
    readonly firstSeconds: number;
    readonly seconds: number;
    readonly cpuSeconds: number;
    readonly peakRssBytes: number;
  };
}

/** A warehouse to measure, and the sizes of what is measured. */
export interface VolumeOptions {
  readonly url: string;
  readonly events: number;
  readonly storedEvents: number;
  /** Events in an hour that is loaded. */
  readonly hourEvents: number;
  /** The number of times that each question is asked. */
  readonly rounds: number;
}

/**
 * Measures a warehouse: its size, the questions of the dashboards, compactions, and then the load
 * of the hours that follow.
 */
export async function measureVolume(testBed: EtlTestBed, options: VolumeOptions): Promise<VolumeFigures> {
  const { url, events, storedEvents, hourEvents, rounds } = options;
  const bytes = await bytesPerEvent(url);
  const ranges = [30, DAYS].map((days) => [dayBefore(days), LAST_DAY] as const);
  const times = await askInR(url, ranges, rounds);
  const first = await testBed.runOnce('compact-contender.ts', url);
  const compaction = await testBed.runOnce('compact-night-contender.ts', url);
  const loads = [];
  for (let hour = 0; hour < HOURS; hour++) {
    await testBed.emptyBucket();
    await testBed.put(rawObjects(hourEvents, { startsAt: ENDS_AT + hour * HOUR_MS, overMs: HOUR_MS }));
    loads.push(await testBed.runOnce(ETL_PROGRAM, url));
  }
  return {
    events,
    storedEvents,
    load: {
      eventsPerSecond: hourEvents / median(loads.map((load) => load.wallSeconds)),
      cpuSecondsPerMillion: (median(loads.map((load) => load.cpuSeconds)) / hourEvents) * 1e6,
    },
    bytesPerEvent: { events: bytes.events, facts: (bytes.facts * storedEvents) / events },
    tiles: { month: tileTimes(times, 0), quarter: tileTimes(times, 1) },
    compaction: {
      dayEvents: Math.round(events / DAYS),
      firstSeconds: first.wallSeconds,
      seconds: compaction.wallSeconds,
      cpuSeconds: compaction.cpuSeconds,
      peakRssBytes: Math.max(first.peakRssBytes, compaction.peakRssBytes),
    },
  };
}
