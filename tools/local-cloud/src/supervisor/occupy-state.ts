import { mkdirSync } from 'node:fs';
import { stateFiles } from '../config';
import { removeEnvFile } from '../state/env-file';
import { endSurvivors } from './end-survivors';
import { portProblem, type ServiceId, type Ports } from './ports';
import { ProcessRecords } from './process-records';
import { lockState } from './state-lock';

export interface OccupiedState {
  readonly records: ProcessRecords;
  /** Services that a killed run had left running, ended by now. */
  readonly survivors: readonly string[];
  /** Gives the state folder back. */
  release(): void;
}

/**
 * Takes the state folder and the ports, or changes nothing: ends what a killed run left
 * running, and starts nothing.
 *
 * @throws Error with one line that says what is in the way
 */
export async function occupyState(
  stateFolder: string,
  ports: Ports,
  services: readonly ServiceId[],
): Promise<OccupiedState> {
  mkdirSync(stateFolder, { recursive: true });
  const files = stateFiles(stateFolder);
  const unlock = lockState(stateFolder);
  const release = () => {
    removeEnvFile(files.env);
    unlock();
  };
  try {
    removeEnvFile(files.env);
    const records = new ProcessRecords(files.processes);
    const survivors = await endSurvivors(records);
    const problem = await portProblem(ports, services);
    if (problem) throw new Error(problem);
    records.clear();
    return { records, survivors, release };
  } catch (error) {
    release();
    throw error;
  }
}
