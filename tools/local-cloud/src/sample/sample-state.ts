import { readJson } from '../state/read-json';
import { writeJson } from '../state/write-atomically';

/** Sample data chosen by the first start, and its progress. */
export interface SampleState {
  /** 0 = this state began empty. */
  readonly days: number;
  readonly seed: number;
  /** The end of the simulated time, ISO 8601. */
  readonly until: string;
  /** Number of sessions, in the order of the simulation, that have certainly been accepted. */
  readonly sessionsSent: number;
  readonly done: boolean;
}

/** The same shoppers for everyone who starts at the same moment. */
const SEED = 1;

/**
 * The sample of a state folder: chosen once, at its first start, so that a killed start continues
 * where it stopped.
 */
export function ensureSampleState(file: string, days: number, now: Date): SampleState {
  const known = readJson<SampleState>(file);
  if (known) return known;
  const state: SampleState = {
    days,
    seed: SEED,
    until: now.toISOString(),
    sessionsSent: 0,
    done: days === 0,
  };
  writeJson(file, state);
  return state;
}

export function saveSampleState(file: string, state: SampleState): void {
  writeJson(file, state);
}
