import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

const CALL_HANDLER = join(import.meta.dirname, 'call-handler.mjs');
const MILLISECONDS = 300_000;

/** A call of a deployed function by its bundle, with the environment that its stack gave it. */
export interface LambdaCall {
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly event: unknown;
}

/** Runs the function in a process of its bundle. @throws Error with the end of its log */
export async function callLambda({ bundle, environment, event }: LambdaCall): Promise<unknown> {
  const child = spawn(process.execPath, [CALL_HANDLER, bundle, JSON.stringify(event)], {
    env: { ...process.env, ...environment, S3_FORCE_PATH_STYLE: 'true' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: MILLISECONDS,
  });
  const ended = new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  const [log, errors, answer, code] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stderr as Readable),
    text(child.stdio[3] as Readable),
    ended,
  ]);
  if (code === 0) return JSON.parse(answer) as unknown;
  throw new Error(`${bundle} failed: ${`${log}${errors}`.trim().slice(-1_500)}`);
}

/** A request as API Gateway gives it to a function: HTTP API, payload format 2.0. */
export function httpEvent(path: string, headers: Readonly<Record<string, unknown>>, body: string): unknown {
  return {
    version: '2.0',
    routeKey: `POST ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers,
    requestContext: {
      http: { method: 'POST', path, sourceIp: '127.0.0.1', userAgent: String(headers['user-agent'] ?? '') },
      requestId: 'rehearsal',
      routeKey: `POST ${path}`,
      timeEpoch: Date.now(),
    },
    body,
    isBase64Encoded: false,
  };
}
