import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * The name under which a bundle lists its own content, in the form that `sha256sum --check` reads.
 */
export const SUMS_FILE = 'SHA256SUMS';

/** SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Writes `SHA256SUMS` over every file of a folder.
 *
 * @returns the version of the bundle: the first 12 digits of the hash of that list
 */
export async function writeSums(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => name !== SUMS_FILE)
    .sort();
  const lines = [];
  for (const name of files) lines.push(`${await sha256Of(join(folder, name))}  ${name}\n`);
  const sums = lines.join('');
  await writeFile(join(folder, SUMS_FILE), sums);
  return createHash('sha256').update(sums).digest('hex').slice(0, 12);
}
