import { execFileSync, spawnSync } from 'node:child_process';

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
