import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { claimPort } from '../free-port';
import { startKept } from '../kept-process/start-kept';
import { runningServer, type RunningServer } from '../running-server';
import { answersHttp, waitUntil } from '../wait-until';

/** The only key pair that the local S3 server accepts. */
export const S3_CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const;

export interface S3Options {
  /**
   * Keeps the objects here, made when absent. Default: a temporary folder that
   * goes when the server stops.
   */
  readonly dir?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** Default: `s3.log` next to the objects. */
  readonly logFile?: string;
}

const SERVE = fileURLToPath(new URL('./serve.mjs', import.meta.url));
const ATTEMPTS = 3;

/**
 * Starts an S3 API server on 127.0.0.1 that keeps its objects on disk, and returns once it answers.
 * Path-style addresses only, credentials `S3_CREDENTIALS`, any region. It ends with this process,
 * however this process ends.
 *
 * @throws Error with one line about the reason when it cannot start
 */
export async function startS3(options: S3Options = {}): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (attempt === ATTEMPTS || options.port || !String(error).includes('EADDRINUSE')) throw error;
    }
  }
}

async function startOnce(options: S3Options): Promise<RunningServer> {
  const home = options.dir ? undefined : mkdtempSync(join(tmpdir(), 'clickstream-s3-'));
  const folder = resolve(options.dir ?? join(home ?? '', 'objects'));
  mkdirSync(folder, { recursive: true });
  const logFile = options.logFile ?? join(dirname(folder), 's3.log');
  const port = await claimPort(options.port);
  const kept = await startKept({
    command: process.execPath,
    args: [
      // Its listing continues with a token that is encrypted with an
      // algorithm OpenSSL 3 calls legacy.
      '--openssl-legacy-provider',
      '--no-deprecation',
      SERVE,
      folder,
      String(port),
    ],
    logFile,
    cwd: '/',
    removeFolders: home ? [home] : [],
  });
  const url = `http://127.0.0.1:${port}`;
  if (await waitUntil(() => answersHttp(url), kept.ended)) return runningServer(url, port, kept);
  const { lastOutput } = await kept.stop();
  throw new Error(`The S3 server does not start on ${folder}: ${lastOutput}`);
}
