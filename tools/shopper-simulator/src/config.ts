import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * Where the running local cloud takes events, from the environment or from the `env` file that it writes
 * into its state folder; undefined when neither tells.
 */
export function apiUrl(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env['API_URL']) return env['API_URL'];
  const file = join(resolve(REPOSITORY, env['LOCAL_STATE_DIR'] ?? '.local'), 'env');
  return existsSync(file)
    ? (parseEnv(readFileSync(file, 'utf8')) as NodeJS.ProcessEnv)['API_URL']
    : undefined;
}
