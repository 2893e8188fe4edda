import { join } from 'node:path';
import { expectEqual, expectMatch, type Checks } from './checks';
import { copyRoot } from './machines/base-root';
import { makeDataVolume } from './machines/data-volume';
import { Host, succeeded, WITH_PACKAGES, type Bundles } from './machines/host';
import type { Outcome } from './machines/machine';

const ADDRESS = '10.0.0.20';
const PARAMETERS = '/clickstream/shop-database';
const PASSWORD = ` +&=?#%41:@'"\\$HOME/;*!~`;

/** Place and undoing of a machine. */
interface Place extends Checks {
  readonly bundles: Bundles;
  readonly base: string;
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly afterwards: (undo: () => Promise<void>) => void;
}

/** `SBW_EC2_WebDB`: the same packages and steps as the warehouse, without a dashboard. */
export async function checkShopDatabase(place: Place): Promise<void> {
  const { check } = place;
  const host = await shopHost(place);

  await check('the shop’s database installs from the same bundle, without a network', async () => {
    await host.unpack();
    const said =
      succeeded(await host.install(WITH_PACKAGES))
        .split('\n')
        .at(-1) ?? '';
    expectMatch('what it says', said, /^installed: os-bundle [0-9a-f]{12}, app-bundle [0-9a-f]{12} in/);
    return said;
  });

  await check('it has PostgreSQL and Node, and nothing of the dashboard', async () => {
    await host.succeed('node --version && dpkg --status postgresql-17');
    expectEqual('R', (await host.run('dpkg --status r-base-core')).code, 1);
    expectEqual('what is not set up', await host.succeed('dpkg --audit'), '');
  });

  await check('lets the shop in with TLS from the network, and nobody unencrypted', async () => {
    const products = await ask(host, 'require', 'SELECT count(*) FROM products');
    expectMatch('products', succeeded(products), /^[1-9]\d*$/);
    const { errors } = await ask(host, 'disable', 'SELECT 1');
    expectMatch('what it hears', errors, /no pg_hba\.conf entry/);
    return `${succeeded(products)} products`;
  });

  await check('the shop’s database knows how old its packages are', async () => {
    const asOf = (await host.succeed('cat /var/lib/sbw/packages-as-of')).trim();
    const told = await ask(host, 'require', "SELECT current_setting('clickstream.patched_on')");
    expectEqual('the setting', succeeded(told), asOf);
    return asOf;
  });

  await check('after a reboot it is back by itself, and there is nothing to do', async () => {
    await host.reboot();
    await host.succeed(`pg_isready --host ${ADDRESS} --timeout 30`);
    expectMatch('what it says', succeeded(await host.install(WITH_PACKAGES)), /^unchanged: /);
  });
}

async function shopHost({ base, folder, bundles, say, afterwards }: Place): Promise<Host> {
  const volume = await makeDataVolume(join(folder, 'shop-volume'));
  afterwards(() => volume.remove());
  const root = await copyRoot(base, join(folder, 'shop'));
  const host = new Host(
    { name: 'shop', root, device: volume.device },
    { address: ADDRESS, network: '10.0.0.0/16', parameters: PARAMETERS },
    Object.fromEntries(['shop_admin', 'shop_app'].map((role) => [`${PARAMETERS}/${role}`, role + PASSWORD])),
    say,
  );
  afterwards(() => host.cutPower());
  await host.deliver(bundles);
  await host.boot();
  return host;
}

function ask(host: Host, tls: 'require' | 'disable', sql: string): Promise<Outcome> {
  const target = `host=${ADDRESS} dbname=clickstream_web user=shop_app sslmode=${tls} connect_timeout=5`;
  return host.run(`psql --no-psqlrc --tuples-only --no-align "${target}" <<'SQL'\n${sql}\nSQL`, {
    PGPASSWORD: `shop_app${PASSWORD}`,
  });
}
