import { expectEqual, expectMatch, type Checks } from './checks';
import { watchCommandLines } from './command-lines';
import { checkInterruptedInstalls } from './interrupted-installs';
import { DATA_DEVICE, succeeded, WITH_PACKAGES } from './machines/host';
import type { WarehouseHost } from './warehouse-host';

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

  await checkInterruptedInstalls({ check }, host);

  await check('two installations at once: one installs everything, the other finds it done', async () => {
    const stopWatching = await watchCommandLines(host);
    const both = await Promise.all([host.install(WITH_PACKAGES), host.install(WITH_PACKAGES)]);
    await stopWatching();
    const outputs = both.map(succeeded);
    const lines = outputs.map((output) => output.split('\n').at(-1) ?? '').sort();
    expectMatch('what the first says', lines[0] ?? '', /^installed: /);
    expectMatch('what the second says', lines[1] ?? '', /^unchanged: /);
    await host.succeed(`cat > /dev/shm/install-output <<'END'\n${outputs.join('\n')}\nEND`);
    return lines[0];
  });
}
