import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_BOOT } from './first-boot';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-boot-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Boots with programs that write down their calls; the download fails so many times before. */
function boot(failures: number) {
  const calls = join(folder, 'calls');
  const stub = (name: string, script: string) =>
    writeFileSync(join(folder, name), `#!/bin/bash\necho "${name} $*" >> ${calls}\n${script}\n`, {
      mode: 0o755,
    });
  stub('python3', `cat > /dev/null; [ "$(grep --count ^python3 ${calls})" -gt ${failures} ]`);
  for (const name of ['sleep', 'dpkg', 'systemctl']) stub(name, '');
  const { status } = spawnSync('bash', ['-s'], {
    input: FIRST_BOOT,
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
  });
  return { status, calls: readFileSync(calls, 'utf8').trim().split('\n') };
}

it('installs the agent as soon as it can be downloaded, so that it may register late', () => {
  expect(boot(2)).toEqual({
    status: 0,
    calls: [
      'python3 -',
      'sleep 10',
      'python3 -',
      'sleep 10',
      'python3 -',
      'dpkg --install /root/amazon-ssm-agent.deb',
      'systemctl enable --now amazon-ssm-agent',
    ],
  });
});
