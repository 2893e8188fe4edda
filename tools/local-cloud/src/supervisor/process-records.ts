import { rmSync } from 'node:fs';
import { readJson } from '../state/read-json';
import { writeJson } from '../state/write-atomically';
import { processIdentity } from './process-identity';

/** One process that the local cloud started. */
export interface ProcessRecord {
  readonly service: string;
  readonly pid: number;
  readonly identity: string;
}

/**
 * The processes of each running service, kept in a file so that the next start can find those that
 * outlived a `kill -9`.
 */
export class ProcessRecords {
  private readonly running = new Map<string, readonly ProcessRecord[]>();

  constructor(private readonly file: string) {}

  /** Replaces the record of the service. */
  remember(service: string, pids: readonly number[]): void {
    const records = pids.flatMap((pid) => {
      const identity = processIdentity(pid);
      return identity === undefined ? [] : [{ service, pid, identity }];
    });
    this.running.set(service, records);
    writeJson(this.file, [...this.running.values()].flat());
  }

  /** Everything has stopped. */
  clear(): void {
    this.running.clear();
    rmSync(this.file, { force: true });
  }

  /** Those of an earlier run that still live: number and identity are the same. */
  survivors(): readonly ProcessRecord[] {
    const records = readJson<readonly ProcessRecord[]>(this.file) ?? [];
    return records.filter(({ pid, identity }) => processIdentity(pid) === identity);
  }
}
