import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The texts of all files of the build that a browser may load and whose names end so. */
export function filesOfBuild(ending: string): string[] {
  const folder = resolve(import.meta.dirname, '../../.next/static');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
