import { CheckFailure, expectEqual, expectMatch, type Checks } from './checks';
import { expectNoPasswordAnywhere } from './command-lines';
import { chromiumPath } from './dashboard-visit';
import { OUTSIDE_ADDRESS, succeeded } from './machines/host';
import type { Connection, WarehouseHost } from './warehouse-host';

const AS_POSTGRES = 'runuser --user postgres -- psql --tuples-only --no-align';
const DASHBOARD = 'http://127.0.0.1:3838/sbw_dashboard/';

/** Checks of a machine after the first installation. */
export async function checkInstalledHost({ check, skip }: Checks, host: WarehouseHost): Promise<void> {
  const { address } = host;

  await check(
    'PostgreSQL 17 listens on loopback and the private address, the dashboard on loopback',
    async () => {
      const ports = await host.succeed("ss -Hltn | awk '$4 !~ /:4599$/ { print $4 }' | LC_ALL=C sort");
      const wanted = [`${address}:5432`, '127.0.0.1:3838', '127.0.0.1:5432', '[::1]:5432'];
      expectEqual('addresses', ports.split('\n'), wanted);
      const version = await host.succeed(`${AS_POSTGRES} --command 'SHOW server_version'`);
      expectMatch('version', version, /^17\./);
      return version;
    },
  );

  await check('its data and configuration are on the data volume, which fstab mounts', async () => {
    const source = 'findmnt --noheadings --output SOURCE --target';
    const data = `"$(${AS_POSTGRES} --command 'SHOW data_directory')"`;
    expectEqual('device of the data', await host.succeed(`${source} ${data}`), '/dev/nvme1n1');
    const configuration = await host.succeed(`${source} /etc/postgresql/17/dw`);
    expectEqual('device of the configuration', configuration, '/dev/nvme1n1[/etc-postgresql]');
    await host.succeed('findmnt --verify');
  });

  await check('all migrations ran, and the dashboards have their views', async () => {
    const sql = `SELECT (SELECT count(*) FROM migrations) || ' migrations, ' || count(*) || ' views'
      FROM pg_views WHERE schemaname = 'dash'`;
    const schema = await host.succeed(`${AS_POSTGRES} --dbname clickstream_dw --command "${sql}"`);
    expectMatch('schema', schema, /^[1-9]\d* migrations, [1-9]\d* views$/);
    return schema;
  });

  await check('the warehouse knows how old the packages of its machine are', async () => {
    const asOf = (await host.succeed('cat /var/lib/sbw/packages-as-of')).trim();
    expectMatch('the day', asOf, /^\d{4}-\d{2}-\d{2}$/);
    const told = `SELECT unnest(setconfig) FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase
      WHERE datname = 'clickstream_dw'`;
    const settings = await host.succeed(`${AS_POSTGRES} --command "${told}"`);
    expectEqual('the setting', settings, `clickstream.patched_on=${asOf}`);
    return asOf;
  });

  const whoAmI = (connection: Connection) => host.query(connection, 'SELECT current_user');
  const lets = async (connection: Connection) =>
    expectEqual('role', succeeded(await whoAmI(connection)), connection.role);
  const refuses = async (connection: Connection, reason: RegExp) => {
    const { code, errors } = await whoAmI(connection);
    if (code === 0) throw new CheckFailure(`${connection.role} got in at ${connection.host}`);
    expectMatch(`what ${connection.role} hears`, errors, reason);
  };

  await check('lets each role in from where it works', async () => {
    await lets({ role: 'etl_writer', host: address, tls: 'require' });
    await lets({ role: 'dw_admin', host: address, tls: 'require' });
    await lets({ role: 'shiny_ro', host: '127.0.0.1', tls: 'disable' });
    await lets({ role: 'shiny_ro', host: address, tls: 'require' });
    await lets({ role: 'shiny_done', host: '127.0.0.1', tls: 'disable' });
    await lets({ role: 'shiny_saved', host: '127.0.0.1', tls: 'disable' });
  });

  await check(
    'lets nobody in from elsewhere, unencrypted, as another role or with a wrong password',
    async () => {
      const noEntry = /no pg_hba\.conf entry/;
      await refuses({ role: 'etl_writer', host: address, tls: 'disable' }, noEntry);
      await refuses({ role: 'etl_writer', host: '127.0.0.1', tls: 'require' }, noEntry);
      await refuses({ role: 'shiny_ro', host: address, tls: 'disable' }, noEntry);
      await refuses({ role: 'shiny_done', host: address, tls: 'require' }, noEntry);
      await refuses({ role: 'shiny_saved', host: address, tls: 'require' }, noEntry);
      await refuses({ role: 'postgres', host: address, tls: 'require' }, noEntry);
      await refuses(
        { role: 'etl_writer', host: address, tls: 'require', password: 'wrong' },
        /authentication failed/,
      );
      const from = (source: string) => `ip route replace local ${address} dev lo table local src ${source}`;
      await host.succeed(from(OUTSIDE_ADDRESS));
      const fromOutside = new RegExp(`no pg_hba\\.conf entry for host "${OUTSIDE_ADDRESS}"`);
      await refuses({ role: 'etl_writer', host: address, tls: 'require' }, fromOutside);
      await host.succeed(from(address));
    },
  );

  await check('lets the ETL write a row', async () => {
    const sql = `INSERT INTO clickstream_events (event_id, event_timestamp, event_name, page_title)
      VALUES ('01936c2e-7b00-7000-8000-000000000001', now(), 'page_view', 'A row that must survive')`;
    const connection = { role: 'etl_writer', host: address, tls: 'require' } as const;
    expectEqual('psql', succeeded(await host.query(connection, sql)), 'INSERT 0 1');
  });

  await check('the dashboard answers', () => expectDashboard(host));

  const reads = 'opened in a browser, the dashboard reads the warehouse as shiny_ro';
  const browser = chromiumPath();
  if (!browser) skip(reads, 'chromium is not installed');
  else
    await check(reads, async () => {
      const page = await host.visitDashboard(browser);
      expectMatch('the page', page, /Overview/);
      if (/does not answer|rejected a query/.test(page)) throw new CheckFailure(`it shows: ${page}`);
      // Its connections stay open; the last statement of each may be of any kind.
      const questions = `SELECT count(*) FROM pg_stat_activity WHERE usename = 'shiny_ro'`;
      expectMatch('connections', await host.succeed(`${AS_POSTGRES} --command "${questions}"`), /^[1-9]/);
    });

  await check('the dashboard runs without rights', async () => {
    const pid = '"$(systemctl show --value --property MainPID sbw_dashboard.service)"';
    expectEqual('its account', await host.succeed(`ps -o user:32= -p ${pid}`), 'sbw_dashboard');
    const capabilities = await host.succeed(`awk '/^CapEff/ { print $2 }' /proc/${pid}/status`);
    expectEqual('its capabilities', capabilities, '0000000000000000');
    const exposure = await host.succeed(
      'systemd-analyze security --no-pager sbw_dashboard.service | tail -1',
    );
    expectMatch('systemd-analyze security', exposure, /: [0-2]\.\d (SAFE|OK)/);
    return exposure.replace(/.*: ([\d.]+).*/, 'exposure $1 of 10');
  });

  await check('no password is on a command line, in a log, or in a file but the one for root alone', () =>
    expectNoPasswordAnywhere(host),
  );
}

/** @throws CheckFailure when the dashboard does not send its page within half a minute */
export async function expectDashboard(host: WarehouseHost): Promise<void> {
  const patience = '--retry 30 --retry-delay 1 --retry-connrefused';
  const page = await host.succeed(`curl --silent --show-error --fail ${patience} ${DASHBOARD}`);
  expectMatch('the page', page, /<html[\s\S]*<\/html>/);
}
