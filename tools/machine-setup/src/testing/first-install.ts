import { CheckFailure, expectEqual, expectMatch, type Checks } from './checks';
import { watchCommandLines } from './command-lines';
import { DATA_DEVICE, succeeded, WITH_PACKAGES, type WarehouseHost } from './warehouse-host';

/** The first installation, on a machine that has nothing and with a blank volume. */
export async function checkFirstInstall({ check }: Checks, host: WarehouseHost): Promise<void> {
  await check('the machine has no network interface but loopback, and no way out', async () => {
    expectEqual('interfaces', await host.succeed("ip -oneline link | awk '{ print $2 }'"), 'lo:');
    expectMatch('a route', (await host.run('ip route get 1.1.1.1')).errors, /unreachable/);
  });

  await check('refuses a damaged app bundle', async () => {
    await host.unpack();
    await host.succeed('echo "# more" >> /var/lib/sbw/app/files/pg_hba.conf');
    const { code, errors } = await host.install(WITH_PACKAGES);
    expectEqual('exit code', code, 1);
    expectMatch('what it says', errors, /the app bundle is damaged: fetch it again\.\n$/);
    await host.unpack();
  });

  await check('refuses a volume that holds anything but ext4, and leaves it as it is', async () => {
    const content = `head --bytes 1M ${DATA_DEVICE} | sha256sum`;
    await host.succeed(`mkswap ${DATA_DEVICE}`);
    const before = await host.succeed(content);
    const { code, errors } = await host.install(WITH_PACKAGES);
    expectEqual('exit code', code, 1);
    expectMatch('what it says', errors, /holds swap and no ext4: it is left as it is\.\n$/);
    expectEqual('the volume', await host.succeed(content), before);
    await host.succeed(`wipefs --quiet --all ${DATA_DEVICE}`);
  });

  await check('an installation whose power fails among the packages can be taken up again', async () => {
    const installation = host.install(WITH_PACKAGES);
    const halfway = host.succeed(`timeout 300 bash -c 'until grep --count "^Status: install ok unpacked" \\
      /var/lib/dpkg/status | grep --extended-regexp "[0-9]{2}"; do sleep 0.1; done'`);
    const first = await Promise.race([installation, halfway]);
    if (typeof first !== 'string') throw new CheckFailure(`it was over too soon: ${first.errors.trim()}`);
    await host.cutPower();
    await installation;
    await host.boot();
    return `${first} packages were not set up`;
  });

  await check('installs everything from the bundles', async () => {
    const stopWatching = await watchCommandLines(host);
    const output = succeeded(await host.install(WITH_PACKAGES));
    await stopWatching();
    await host.succeed(`cat > /dev/shm/install-output <<'END'\n${output}\nEND`);
    return output.split('\n').at(-1);
  });
}
