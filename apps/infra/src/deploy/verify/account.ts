import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parameterFolder, type SharedValue } from '../../parameters';
import type { Stage } from '../../stages/stages';
import { parameterStore, readParameter } from '../parameter-store';

/** A deployed stage, as the verification asks about it. */
export interface Account {
  readonly suffix: string;
  /** A value that a stack has published; undefined when the stack is not deployed. */
  published(name: SharedValue): Promise<string | undefined>;
  /** The answer of a command of the AWS CLI. @throws Error with the CLI's own words */
  aws(...args: string[]): Promise<unknown>;
  /** Sends an event to an address. @returns the status of the answer */
  post(url: string, body: unknown): Promise<number>;
  /** Opens a page. @returns the status of the answer, and its policy on scripts where it has one */
  open(url: string): Promise<{ readonly status: number; readonly policy: string | null }>;
  /** Waits between two questions about work that is not done yet. */
  wait(): Promise<void>;
}

/** Limit of a call: a run of the ETL takes up to 15 minutes. */
const CALL_MS = 16 * 60_000;
const ANSWER_MS = 30_000;
const WAIT_MS = 15_000;

/** The account of a stage, by the credentials of this terminal. */
export function accountOf(stage: Stage): Account {
  const store = parameterStore(stage.region);
  const own = ['--region', stage.region, '--output', 'json', '--cli-read-timeout', String(CALL_MS / 1000)];
  return {
    suffix: stage.suffix,
    published: (name) => readParameter(store, `${parameterFolder(stage)}/${name}`),
    async aws(...args) {
      const { stdout } = await promisify(execFile)('aws', [...args, ...own], { timeout: CALL_MS });
      return stdout.trim() === '' ? {} : (JSON.parse(stdout) as unknown);
    },
    async post(url, body) {
      // A robot's name, so that no report counts the event.
      const headers = { 'content-type': 'application/json', 'user-agent': 'clickstream-verify-bot/1.0' };
      const signal = AbortSignal.timeout(ANSWER_MS);
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal })).status;
    },
    async open(url) {
      const { status, headers } = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
      return { status, policy: headers.get('content-security-policy') };
    },
    wait: () => new Promise((done) => setTimeout(done, WAIT_MS)),
  };
}
