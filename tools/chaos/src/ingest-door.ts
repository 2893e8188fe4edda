import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { WORKSPACE } from '@clickstream/bench/bundle-of';
import type { Delivery } from './known-traffic';

export interface ToIngest {
  readonly deliveries: readonly Delivery[];
}

export interface FromIngest {
  readonly accepted?: number;
  readonly rejected?: number;
  readonly failure?: string;
}

/** The entrance of the platform: the deployed bundle of ingest, in a separate process. */
export interface IngestDoor {
  /** Answers so far. */
  readonly counts: { readonly accepted: number; readonly rejected: number };
  /**
   * Hands deliveries on, each at its own time by the handler's clock. @throws
   * Error when one is not taken
   */
  take(deliveries: readonly Delivery[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the door.
 *
 * @param bundle path of the handler
 * @param env the Lambda's environment
 */
export function openIngest(bundle: string, env: Readonly<Record<string, string>>): IngestDoor {
  const child = fork(resolve(import.meta.dirname, 'ingest-process.ts'), [bundle], {
    execArgv: ['--import', resolve(WORKSPACE, 'tools/workspace/typescript.mjs')],
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then((): [FromIngest] => [{ failure: 'The process of ingest ended.' }]);
  const counts = { accepted: 0, rejected: 0 };
  return {
    counts,
    async take(deliveries) {
      if (deliveries.length === 0) return;
      child.send({ deliveries } satisfies ToIngest);
      const [answer] = (await Promise.race([once(child, 'message'), ended])) as [FromIngest];
      if (answer.failure !== undefined) throw new Error(answer.failure);
      counts.accepted += answer.accepted ?? 0;
      counts.rejected += answer.rejected ?? 0;
    },
    async close() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
