import { setTimeout as sleep } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { tryRunLock } from '@clickstream/warehouse-load/warehouse';
import type { ClientBase } from 'pg';

/** The parts of one invocation. */
export interface Call {
  /** Connection with the role dw_admin. */
  readonly client: ClientBase;
  readonly s3: S3Client;
  readonly bucket: string;
  readonly now: Date;
  /** An empty folder for files of the lake. */
  readonly scratch: string;
  /** Milliseconds until Lambda ends this invocation. */
  timeLeft(): number;
}

/** Kept free for the transaction at the end, which computes facts: most of the 15 minutes. */
const RESERVE_MS = 8 * 60_000;

/** Between two looks at the lock of the loads. */
const PAUSE_MS = 500;

/** True when an invocation should leave the rest of its work to the next one. */
export function isTimeUp({ timeLeft }: Pick<Call, 'timeLeft'>): boolean {
  return timeLeft() < RESERVE_MS;
}

/**
 * Waits until no load is at work, and makes the next ones wait.
 *
 * @returns false when the time is up before
 */
export async function takeTurn(call: Pick<Call, 'client' | 'timeLeft'>): Promise<boolean> {
  for (;;) {
    if (await tryRunLock(call.client)) return true;
    if (isTimeUp(call)) return false;
    await sleep(PAUSE_MS);
  }
}
