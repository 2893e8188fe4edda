import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTALL = join(import.meta.dirname, 'install/install.sh');

/** Runs install.sh with arguments that it refuses before it does anything. */
function refuse(...args: string[]) {
  const { status, stderr } = spawnSync('bash', [INSTALL, ...args], { encoding: 'utf8', timeout: 60_000 });
  return { status, says: stderr.trim() };
}

it('install.sh explains every option', () => {
  const help = execFileSync('bash', [INSTALL, '--help'], { encoding: 'utf8' });
  for (const option of [
    '--os-bundle',
    '--data-device',
    '--private-network',
    '--parameters',
    '--region',
    '--force',
  ])
    expect(help).toContain(option);
});

it('install.sh names invalid arguments', () => {
  const needed = ['--private-network', '10.0.128.0/20', '--parameters', '/dw'];
  expect(refuse()).toEqual({ status: 2, says: expect.stringContaining('--private-network and') });
  expect(refuse(...needed, '--volume', 'x')).toEqual({
    status: 2,
    says: expect.stringContaining('--volume is unknown'),
  });
  expect(refuse(...needed, '--region')).toEqual({
    status: 2,
    says: expect.stringContaining('--region is unknown or lacks'),
  });
  expect(refuse(...needed, '--os-bundle', '/nowhere')).toEqual({
    status: 2,
    says: expect.stringContaining('/nowhere does not exist'),
  });
  expect(refuse(...needed, '--dashboard-env', 'LD_PRELOAD=x')).toEqual({
    status: 2,
    says: expect.stringContaining('not a setting of the dashboard'),
  });
});

it('the shop database counts as patched when its timers last both fetched lists and installed updates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'periodic-'));
  const mirror = join(import.meta.dirname, 'web-db/steps/debian-mirror.sh');
  const patchedOn = () =>
    execFileSync('bash', ['-c', `recorded() { echo "recorded $1"; }; PG_MAJOR=17; . ${mirror}; patched_on`], {
      env: { ...process.env, PERIODIC: folder },
      encoding: 'utf8',
    });
  const succeed = (stamp: string, at: string) => {
    writeFileSync(join(folder, stamp), '');
    utimesSync(join(folder, stamp), new Date(at), new Date(at));
  };
  succeed('update-stamp', '2026-11-29T23:30:00Z');
  expect(patchedOn()).toBe('recorded packages-as-of\n');
  succeed('upgrade-stamp', '2026-11-20T05:00:00Z');
  expect(patchedOn()).toBe('2026-11-20\n');
  succeed('upgrade-stamp', '2026-11-30T05:00:00Z');
  expect(patchedOn()).toBe('2026-11-29\n');
  rmSync(folder, { recursive: true });
});
