import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A hash of every file that draws, short enough for an address. */
export function versionOf(folder) {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true }).map(String).filter(isSource);
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 10);
}

const isSource = (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name);
