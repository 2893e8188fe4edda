import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { waitUntil } from '../wait-until';
import { isAlive } from './process-alive';
import { startKept } from './start-kept';

const TYPESCRIPT = resolve(import.meta.dirname, '../../../workspace/typescript.mjs');
const never = new Promise<void>(() => undefined);
const goes = (pid: number) => waitUntil(async () => !isAlive(pid), never);

describe('startKept', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-process-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const keep = (script: string, graceMilliseconds = 10_000) =>
    startKept({
      command: 'sh',
      args: ['-c', script],
      cwd: folder,
      logFile: join(folder, 'logs', 'sh.log'),
      graceMilliseconds,
    });

  /** Waits until the output shows that the command is ready for the test. */
  const isReady = () =>
    waitUntil(async () => readFileSync(join(folder, 'logs', 'sh.log'), 'utf8').includes('ready'), never);

  it('reports the exit code and the last lines that the command wrote', async () => {
    const kept = await keep('echo one; echo two >&2; exit 3');
    expect(await kept.ended).toEqual({ code: 3, signal: null, lastOutput: 'one | two' });
    expect(readFileSync(join(folder, 'logs', 'sh.log'), 'utf8')).toBe('one\ntwo\n');
  });

  it('renames a log that has grown large', async () => {
    const log = join(folder, 'logs', 'sh.log');
    mkdirSync(join(folder, 'logs'));
    writeFileSync(log, Buffer.alloc(10_000_001, 'x'));
    const kept = await keep('echo fresh');
    await kept.ended;
    expect(readFileSync(log, 'utf8')).toBe('fresh\n');
    expect(statSync(`${log}.1`).size).toBe(10_000_001);
  });

  it('names a command that does not exist', async () => {
    await expect(startKept({ command: '/no/such', args: [], logFile: join(folder, 'log') })).rejects.toThrow(
      'Cannot run /no/such: spawn /no/such ENOENT',
    );
  });

  it('lets the command end regularly when it is asked to stop', async () => {
    const kept = await keep('trap "echo bye; exit 0" TERM; echo ready; while :; do sleep 0.05; done');
    await isReady();
    expect(await kept.stop()).toMatchObject({ code: 0, lastOutput: expect.stringContaining('bye') });
  });

  it('kills a command that does not stop, with everything that it started', async () => {
    const kept = await keep('trap "" TERM; sleep 600 & echo $! > child; echo ready; wait; sleep 600', 200);
    await isReady();
    const child = Number(readFileSync(join(folder, 'child'), 'utf8'));
    expect(await kept.stop()).toMatchObject({ signal: 'SIGKILL' });
    expect(await goes(child)).toBe(true);
  });

  it('ends the command when its keeper is killed', async () => {
    const kept = await keep('exec sleep 600');
    process.kill(kept.keeperPid, 'SIGKILL');
    expect(await kept.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await goes(kept.pid)).toBe(true);
  });

  it('ends the command and removes its folders when the parent is killed with SIGKILL', async () => {
    const parent = spawn(
      process.execPath,
      ['--import', TYPESCRIPT, join(import.meta.dirname, 'testing/parent.ts'), folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const line = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (data) => resolve(`${data}`)),
    );
    const { pid, keeperPid } = JSON.parse(line) as { pid: number; keeperPid: number };
    expect(isAlive(pid)).toBe(true);

    parent.kill('SIGKILL');
    await text(parent.stdout);

    expect(await goes(pid)).toBe(true);
    expect(await goes(keeperPid)).toBe(true);
    expect(existsSync(folder)).toBe(false);
  });
});
