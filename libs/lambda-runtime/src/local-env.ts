import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { optional, readVariables } from './config';

const WORKSPACE = resolve(import.meta.dirname, '../../..');

/** Settings of everything that uses the running local cloud. */
export const VARIABLES = {
  stateFolder: optional(
    'LOCAL_STATE_DIR',
    'Folder in which npm start keeps everything, relative to the repository or absolute.',
    '.local',
  ),
};

/**
 * Adds what the running local cloud has written down to the environment; what is set already stays.
 */
export function readLocalEnv(): void {
  const { stateFolder } = readVariables(VARIABLES, process.env);
  const file = resolve(WORKSPACE, stateFolder, 'env');
  if (existsSync(file)) loadEnvFile(file);
}
