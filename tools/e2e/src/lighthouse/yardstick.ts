import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { answersHttp, freePort, startKept, waitUntil } from '@clickstream/local-servers';
import type { ShopAlone } from '../testing/a-shop-alone';

const run = promisify(execFile);

/** The newest release on 2026-12-01. */
const GENERATOR = 'create-next-app@16.4.3';
/** Below the workspace, so that it is built with the shop's Next and React. */
const FOLDER = resolve(import.meta.dirname, '../../../../.local/yardstick');
const OPTIONS = ['--yes', '--empty', '--app', '--js', '--no-tailwind', '--no-linter', '--no-src-dir'];

/** Starts the smallest app that create-next-app makes, built: what the framework itself weighs. */
export async function startYardstick(): Promise<ShopAlone> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  if (!existsSync(FOLDER))
    await run('npx', ['--yes', GENERATOR, FOLDER, ...OPTIONS, '--skip-install', '--disable-git'], { env });
  if (!existsSync(join(FOLDER, '.next/BUILD_ID')))
    await run(process.execPath, [next, 'build', '--webpack'], { cwd: FOLDER, env });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = await startKept({
    command: process.execPath,
    args: [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    cwd: FOLDER,
    logFile: join(FOLDER, 'start.log'),
    env,
  });
  const stop = async () => void (await started.stop());
  if (await waitUntil(() => answersHttp(url), started.ended)) return { url, stop };
  throw new Error(`The yardstick did not start: ${(await started.stop()).lastOutput}`);
}
