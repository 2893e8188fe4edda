import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { localStateFolder } from './config';

const WORKSPACE = resolve(__dirname, '../../..');

/** Adds what the running local cloud has written down to the environment; what is set already stays. */
export function readLocalEnv(): void {
  const file = resolve(WORKSPACE, localStateFolder(), 'env');
  if (existsSync(file)) loadEnvFile(file);
}
