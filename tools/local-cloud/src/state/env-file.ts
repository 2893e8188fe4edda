import { rmSync } from 'node:fs';
import { writeAtomically } from './write-atomically';

/** Names and values of the dotenv file that any tool reads while the local cloud runs. */
export type CloudEnv = Readonly<Record<string, string>>;

/** Writes the dotenv file. It contains passwords, so only its owner may read it. */
export function writeEnvFile(file: string, env: CloudEnv): void {
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
  writeAtomically(file, lines.join(''));
}

export function removeEnvFile(file: string): void {
  rmSync(file, { force: true });
}
