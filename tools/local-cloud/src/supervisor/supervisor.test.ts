import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, runningServer, startKept, waitUntil } from '@clickstream/local-servers';
import { TYPESCRIPT } from '../config';
import { endSurvivors } from './end-survivors';
import { processIdentity } from './process-identity';
import { ProcessRecords } from './process-records';
import { Supervisor, type Service } from './supervisor';

const never = new Promise<void>(() => undefined);
const until = (condition: () => boolean) => waitUntil(async () => condition(), never);

describe('Supervisor', () => {
  let folder: string;
  let said: string[];
  let records: ProcessRecords;
  let supervisor: Supervisor;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'supervisor-test-'));
    said = [];
    records = new ProcessRecords(join(folder, 'processes.json'));
    supervisor = new Supervisor({ records, say: (line) => said.push(line), restartDelays: [1, 1, 1] });
  });
  afterEach(async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function service(name: string, script: string): Service & { pids: number[] } {
    const logFile = join(folder, `${name}.log`);
    const pids: number[] = [];
    return {
      name,
      logFile,
      pids,
      start: async () => {
        const kept = await startKept({ command: 'sh', args: ['-c', script], cwd: folder, logFile });
        pids.push(kept.pid);
        return runningServer('', 0, kept);
      },
    };
  }

  it('restarts a killed service, and reports it with the path of its log', async () => {
    const sleeper = service('sleeper', 'exec sleep 600');
    await supervisor.start(sleeper);
    process.kill(sleeper.pids[0] ?? 0, 'SIGKILL');
    expect(await until(() => said.length === 2)).toBe(true);
    expect(said).toEqual([
      `sleeper was ended by SIGKILL and is started again: its log is ${sleeper.logFile}`,
      'sleeper is back',
    ]);
    expect(isAlive(sleeper.pids[1] ?? 0)).toBe(true);
  });

  it('gives up a service that does not stay up', async () => {
    const crasher = service('crasher', 'exit 7');
    await supervisor.start(crasher);
    expect(await supervisor.over).toBe(
      `crasher does not stay up (ended with exit code 7): its log is ${crasher.logFile}`,
    );
    expect(crasher.pids).toHaveLength(4);
  });

  it('treats several services that end at once as a request to end everything', async () => {
    supervisor = new Supervisor({ records, say: (line) => said.push(line) });
    const [one, other] = [service('one', 'exec sleep 600'), service('other', 'exec sleep 600')];
    await supervisor.start(one);
    await supervisor.start(other);
    for (const { pids } of [one, other]) process.kill(pids[0] ?? 0, 'SIGTERM');
    expect(await supervisor.over).toBeUndefined();
    expect(other.pids).toHaveLength(1);
  });

  it('stops the latest service first, and restarts none', async () => {
    const note = (name: string) =>
      `trap 'echo ${name} >> stopped; exit 0' TERM; echo ${name} >> started; while :; do sleep 0.02; done`;
    await supervisor.start(service('first', note('first')));
    await supervisor.start(service('second', note('second')));
    await until(() => readFileSync(join(folder, 'started'), 'utf8').split('\n').length === 3);
    await supervisor.stop();
    expect(readFileSync(join(folder, 'stopped'), 'utf8')).toBe('second\nfirst\n');
    expect(said).toEqual([]);
  });
});

describe('endSurvivors', () => {
  it('ends a service that keeps running after its supervisor and its keeper were killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'survivors-test-'));
    const program = join(import.meta.dirname, 'testing/parent.ts');
    const parent = spawn(process.execPath, ['--import', TYPESCRIPT, program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (data) => resolve(`${data}`)),
    );
    const { pid, keeperPid } = JSON.parse(line) as { pid: number; keeperPid: number };
    process.kill(keeperPid, 'SIGSTOP');
    parent.kill('SIGKILL');
    process.kill(keeperPid, 'SIGKILL');

    const records = new ProcessRecords(join(folder, 'processes.json'));
    await until(() => records.survivors().length === 1);
    expect(await endSurvivors(records)).toEqual(['sleeper']);
    expect(processIdentity(pid)).toBeUndefined();
    rmSync(folder, { recursive: true, force: true });
  });

  it('spares a process that only has a recorded number', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'survivors-test-'));
    const stranger = await startKept({ command: 'sleep', args: ['600'], logFile: join(folder, 'log') });
    const file = join(folder, 'processes.json');
    const records = new ProcessRecords(file);
    records.remember('own', [stranger.pid]);
    const identity = processIdentity(stranger.pid) ?? '';
    writeFileSync(file, readFileSync(file, 'utf8').replace(identity, `${identity}0`));

    expect(await endSurvivors(records)).toEqual([]);
    expect(isAlive(stranger.pid)).toBe(true);
    await stranger.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});
