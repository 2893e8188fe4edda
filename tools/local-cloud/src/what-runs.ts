import { existsSync } from 'node:fs';
import { readConfig, stateFiles } from './config';
import { ProcessRecords } from './supervisor/process-records';
import { stateHolder } from './supervisor/state-lock';

/** State of the local cloud, read from its state folder. */
export interface RunningCloud {
  readonly stateFolder: string;
  /** In words, after the subject. */
  readonly state: 'does not run' | 'is ready' | 'is starting';
  readonly isReady: boolean;
  /** True when only processes of a start that was killed still run. */
  readonly isLeft: boolean;
  /** The parts that run. */
  readonly parts: readonly string[];
  /** The file with its addresses and passwords. */
  readonly envFile: string;
}

/** Finds the running parts of the local cloud. */
export function whatRuns(env: Readonly<Record<string, string | undefined>>): RunningCloud {
  const { stateFolder } = readConfig(env);
  const files = stateFiles(stateFolder);
  const holder = stateHolder(stateFolder);
  const isReady = holder !== undefined && existsSync(files.env);
  const state = holder === undefined ? 'does not run' : isReady ? 'is ready' : 'is starting';
  const parts = [...new Set(new ProcessRecords(files.processes).survivors().map(({ service }) => service))];
  return { stateFolder, state, isReady, isLeft: holder === undefined, parts, envFile: files.env };
}
