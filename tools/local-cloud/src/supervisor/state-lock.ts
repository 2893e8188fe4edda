import { linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../state/read-json';
import { writeJson } from '../state/write-atomically';
import { processIdentity } from './process-identity';

interface Holder {
  readonly pid: number;
  readonly identity: string;
}

const lockFile = (stateFolder: string) => join(stateFolder, 'running.json');

/**
 * The process that uses the state folder now; undefined when none does, even if an earlier one left
 * files behind.
 */
export function stateHolder(stateFolder: string): number | undefined {
  const holder = readJson<Holder>(lockFile(stateFolder));
  return holder && processIdentity(holder.pid) === holder.identity ? holder.pid : undefined;
}

/**
 * Makes this process the only user of the state folder.
 *
 * @returns a function that releases it
 * @throws Error naming the other process when there is one
 */
export function lockState(stateFolder: string): () => void {
  const file = lockFile(stateFolder);
  const own = `${file}.${process.pid}`;
  writeJson(own, { pid: process.pid, identity: processIdentity(process.pid) });
  try {
    if (stateHolder(stateFolder) === undefined) rmSync(file, { force: true });
    // Fails when another process did the same a moment ago.
    linkSync(own, file);
  } catch {
    throw new Error(
      `The local cloud of ${stateFolder} already runs (process ${stateHolder(stateFolder) ?? 'unknown'}): ` +
        'stop it first, or choose another folder with LOCAL_STATE_DIR and other ports.',
    );
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(file, { force: true });
}
