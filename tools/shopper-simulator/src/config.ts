import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { optional, readVariables } from '@clickstream/lambda-runtime/config';

const REPOSITORY = resolve(import.meta.dirname, '../../..');

export const VARIABLES = {
  api: optional('API_URL', 'Address of the API that takes events; the env file of the local cloud has one.'),
  stateFolder: optional(
    'LOCAL_STATE_DIR',
    'Folder in which npm start keeps everything, relative to the repository or absolute.',
    '.local',
  ),
};

/**
 * The address at which the running local cloud takes events, from the environment or from the `env`
 * file that it writes to its state folder; undefined when neither has it.
 */
export function apiUrl(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { api, stateFolder } = readVariables(VARIABLES, env);
  if (api) return api;
  const file = join(resolve(REPOSITORY, stateFolder), 'env');
  return existsSync(file)
    ? (parseEnv(readFileSync(file, 'utf8')) as NodeJS.ProcessEnv)['API_URL']
    : undefined;
}
