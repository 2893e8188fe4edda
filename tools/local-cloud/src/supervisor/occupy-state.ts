import { mkdirSync } from 'node:fs';
import { stateFiles } from '../config';
import { removeEnvFile } from '../state/env-file';
import { endSurvivors } from './end-survivors';
import { portProblem, type ServiceId, type Ports } from './ports';
import { ProcessRecords } from './process-records';
import { lockState } from './state-lock';

export interface OccupiedState {
  readonly records: ProcessRecords;
  /** Services that a killed run had left running. They have been ended. */
  readonly survivors: readonly string[];
  /** Gives the state folder back. */
  release(): void;
}

/**
 * Takes the state folder and the ports, or changes nothing. Ends the services that a killed run
 * left running, and starts none.
 *
 * @throws Error with one line about the problem
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
