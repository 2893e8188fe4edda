import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DIST_FOLDER } from '../bundle-files';
import { copyRoot } from './machines/base-root';
import { CheckFailure, expectEqual, type Checks } from './checks';
import { checkFirstInstall } from './first-install';
import { checkInstalledHost, expectDashboard } from './installed-host';
import { awkwardPasswords, type Passwords } from './passwords';
import { checkRunningAgain } from './running-again';
import { succeeded, WITH_PACKAGES, type Bundles } from './machines/host';
import { WarehouseHost } from './warehouse-host';

const run = promisify(execFile);

/** Context of a scenario. */
export interface Scene extends Checks {
  readonly bundles: Bundles;
  /** A Debian root to copy machines from. */
  readonly base: string;
  /** Folder for what this run makes. */
  readonly folder: string;
  /** Block device of the data volume, blank. */
  readonly device: string;
  readonly say: (line: string) => void;
  /** Takes what must be undone at the end, whatever happens. */
  readonly afterwards: (undo: () => Promise<void>) => void;
}

/**
 * One warehouse through its life: installed, run again, rebooted, updated,
 * moved to a second machine.
 */
export async function playScenario(scene: Scene): Promise<void> {
  await scene.check('shellcheck finds nothing in the scripts', async () => {
    const host = join(import.meta.dirname, '..');
    await run('shellcheck', ['--external-sources', 'install.sh'], { cwd: join(host, 'install') });
    // The bundle has the steps that both machines share.
    await run('shellcheck', ['--external-sources', 'install.sh'], {
      cwd: join(DIST_FOLDER, 'web-db-bundle'),
    });
    await run('shellcheck', [join(host, 'testing/machines/boot-machine.sh')]);
  });

  const first = await newHost(scene, 'first', '10.0.128.10', awkwardPasswords(1));
  await first.boot();
  await checkFirstInstall(scene, first);
  await checkInstalledHost(scene, first);
  await checkRunningAgain(scene, first);
  const account = await first.succeed('id --user postgres');
  await first.cutPower();

  const second = await newHost(scene, 'second', '10.0.128.20', first.passwords);
  await checkSecondMachine(scene, second, account);
}

async function newHost(
  { base, folder, device, bundles, say, afterwards }: Scene,
  name: string,
  address: string,
  passwords: Passwords,
): Promise<WarehouseHost> {
  const root = await copyRoot(base, join(folder, name));
  const host = new WarehouseHost({ name, root, device }, address, passwords, say);
  afterwards(() => host.cutPower());
  await host.deliver(bundles);
  return host;
}

async function checkSecondMachine(
  { check, folder }: Scene,
  host: WarehouseHost,
  account: string,
): Promise<void> {
  // The account postgres gets another number on the second machine, as it may on
  // another release of the image.
  await run('useradd', ['--root', join(folder, 'second'), '--system', '--uid', account, 'somebody']);
  await host.boot();

  await check(
    'installs on a second machine with the data volume of the first, which was cut off',
    async () => {
      await host.unpack();
      return succeeded(await host.install(WITH_PACKAGES))
        .split('\n')
        .at(-1);
    },
  );

  await check('finds the row there that the ETL wrote on the first', async () => {
    const now = await host.succeed('id --user postgres');
    if (now === account)
      throw new CheckFailure('postgres has the same number on both: this proves too little');
    const etl = { role: 'etl_writer', host: host.address, tls: 'require' } as const;
    const titles = succeeded(await host.query(etl, 'SELECT page_title FROM clickstream_events'));
    expectEqual('titles of pages', titles, 'A row that must survive');
    return `postgres was account ${account}, is ${now}`;
  });

  await check('the dashboard answers there', () => expectDashboard(host));
}
