import {
  clickstreamApi,
  openTruthLedger,
  sendSessions,
  simulate,
  simulationStart,
  type SimulatedSession,
  type SimulationOptions,
} from '@clickstream/shopper-simulator';
import { writeJson } from '../state/write-atomically';
import { saveSampleState, type SampleState } from './sample-state';

const SESSIONS_PER_DAY = 250;
const CONCURRENCY = 8;
/** Number of sessions between two records of the progress. */
const SESSIONS_PER_NOTE = 200;

export interface SampleOptions {
  readonly apiUrl: string;
  readonly shopUrl: string;
  /** File of the progress. */
  readonly stateFile: string;
  /** File in which the simulator records its events. */
  readonly truthFile: string;
  /** @param fraction of the simulated time that has been sent, from 0 to 1 */
  readonly onProgress: (fraction: number, events: number) => void;
}

/** The sample's simulation: always the same shoppers. */
export function simulationOf({ seed, days, until }: SampleState, shopUrl: string): SimulationOptions {
  return { seed, days, until: new Date(until), sessionsPerDay: SESSIONS_PER_DAY, shopUrl };
}

/**
 * Sends the sample's shoppers through the real API. After a kill it continues a few sessions before
 * the last recorded one: the simulation repeats itself exactly, so events sent twice have the same
 * ids and are loaded once.
 *
 * @returns the number of events in the whole sample
 */
export async function pushSample(state: SampleState, options: SampleOptions): Promise<number> {
  const simulation = simulationOf(state, options.shopUrl);
  const { until } = simulation;
  const ledger = openTruthLedger(simulation);
  const from = simulationStart(simulation).getTime();
  let events = 0;
  let sent = state.sessionsSent;

  function* notSentYet(): Generator<SimulatedSession> {
    let number = 0;
    for (const session of simulate(simulation)) {
      ledger.add(session);
      events += session.events.length;
      number += 1;
      if (number > state.sessionsSent) yield session;
    }
  }

  await sendSessions(notSentYet(), clickstreamApi(options.apiUrl), CONCURRENCY, ({ events: [first] }) => {
    sent += 1;
    if (sent % SESSIONS_PER_NOTE === 0) {
      // Sessions end out of order, by fewer than are under way at once.
      saveSampleState(options.stateFile, { ...state, sessionsSent: sent - CONCURRENCY });
    }
    if (first) {
      options.onProgress((Date.parse(first.eventTimestamp) - from) / (until.getTime() - from), events);
    }
  });
  saveSampleState(options.stateFile, { ...state, sessionsSent: sent });
  writeJson(options.truthFile, ledger.truth());
  return events;
}
