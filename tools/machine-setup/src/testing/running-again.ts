import { CheckFailure, expectEqual, expectMatch, type Checks } from './checks';
import { expectSameFiles, filesOf } from './file-list';
import { expectDashboard } from './installed-host';
import { awkwardPasswords } from './passwords';
import { APP_FOLDER, succeeded, WITH_PACKAGES } from './machines/host';
import type { WarehouseHost } from './warehouse-host';

/** Makes the list of a bundle's content right again after a change. */
const RENEW_SUMS = 'sha256sum $(cut -c67- SHA256SUMS) > /run/sums && cp /run/sums SHA256SUMS';

/**
 * Later events of an installed machine: the same again, a reboot, a new dashboard, new passwords.
 */
export async function checkRunningAgain({ check }: Checks, host: WarehouseHost): Promise<void> {
  await check('run again, it changes no file and restarts nothing', async () => {
    const [files, services] = [await filesOf(host), await host.services()];
    const said = succeeded(await host.install(WITH_PACKAGES));
    expectMatch('what it says', said, /^unchanged: os-bundle [0-9a-f]{12}, app-bundle [0-9a-f]{12}$/);
    expectSameFiles(files, await filesOf(host));
    expectEqual('services', await host.services(), services);
    return `${files.size} files`;
  });

  await check(
    'forced through all steps, it changes no file but its own record and restarts nothing',
    async () => {
      const [files, services] = [await filesOf(host), await host.services()];
      const said = succeeded(await host.install(WITH_PACKAGES, '--force'));
      expectSameFiles(files, await filesOf(host), ['/var/lib/sbw/fingerprint']);
      expectEqual('services', await host.services(), services);
      return said.split('\n').at(-1);
    },
  );

  await check('after a reboot PostgreSQL and the dashboard are back by themselves', async () => {
    await host.reboot();
    await expectDashboard(host);
    await host.succeed(`pg_isready --host 127.0.0.1 && pg_isready --host ${host.address}`);
    // It would come back for the dashboard's sake; it must do so on its own account, too.
    await host.succeed('systemctl is-enabled postgresql@17-dw.service');
    const said = succeeded(await host.install(WITH_PACKAGES));
    expectMatch('what it says', said, /^unchanged: /);
  });

  await check('a new dashboard needs no packages, and only the dashboard restarts', async () => {
    const services = await host.services();
    await host.succeed(`cd ${APP_FOLDER}
      echo '# a new release' >> dashboard/app.R
      ${RENEW_SUMS}`);
    const said = succeeded(await host.install());
    expectMatch(
      'what is installed',
      await host.succeed('tail -1 /opt/sbw_dashboard/app.R'),
      /# a new release/,
    );
    const { postgresql, dashboard } = await host.services();
    expectEqual('PostgreSQL', postgresql, services.postgresql);
    if (dashboard === services.dashboard) throw new CheckFailure('the dashboard was not restarted');
    return said.split('\n').at(-1);
  });

  await check('a newer OS bundle is installed while services run', async () => {
    const services = await host.services();
    const newer = '/var/lib/sbw/incoming/newer';
    await host.succeed(`mkdir ${newer} && cd ${newer} && tar -xf ../os-bundle.tar && echo less >> packages.txt
      ${RENEW_SUMS}`);
    const said = succeeded(await host.install(`--os-bundle ${newer}`));
    await host.succeed('less --version');
    expectEqual('services', await host.services(), services);
    return said.split('\n').at(-1);
  });

  await check('new passwords take the place of the old ones', async () => {
    const old = host.passwords.etl_writer;
    await host.changePasswords(awkwardPasswords(2));
    succeeded(await host.install('--force'));
    const etl = { role: 'etl_writer', host: host.address, tls: 'require' } as const;
    const refused = await host.query({ ...etl, password: old }, 'SELECT 1');
    expectMatch('what the old one hears', refused.errors, /authentication failed/);
    succeeded(await host.query(etl, 'SELECT 1'));
    await host.succeed('grep --quiet generation2@ /etc/sbw_dashboard/environment');
  });
}
