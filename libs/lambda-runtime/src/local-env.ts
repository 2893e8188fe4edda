import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { optional, readVariables } from './config';

const WORKSPACE = resolve(import.meta.dirname, '../../..');

/** Settings of every tool that uses the running local cloud. */
export const VARIABLES = {
  stateFolder: optional(
    'LOCAL_STATE_DIR',
    'Folder in which npm start keeps everything, relative to the repository or absolute.',
    '.local',
  ),
};

/** Adds the variables of the running local cloud to the environment; those already set stay. */
export function readLocalEnv(): void {
  const { stateFolder } = readVariables(VARIABLES, process.env);
  const file = resolve(WORKSPACE, stateFolder, 'env');
  if (existsSync(file)) loadEnvFile(file);
}
