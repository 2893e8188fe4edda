import { CheckFailure, expectEqual, expectMatch, type Checks } from './checks';
import { DATA_DEVICE, WITH_PACKAGES } from './machines/host';
import type { WarehouseHost } from './warehouse-host';

/** Takes all space of the volume, also what is reserved for root. */
const FILLER = '/srv/dw/filler';

/**
 * Installations that do not reach their end. Each leaves a machine on which the next one goes on,
 * as State Manager starts it again within the hour.
 */
export async function checkInterruptedInstalls(
  { check }: Pick<Checks, 'check'>,
  host: WarehouseHost,
): Promise<void> {
  await check(
    'waits for a volume that comes later than the agent, and its power fails among the packages',
    async () => {
      await host.succeed(`mv ${DATA_DEVICE} /dev/not-yet`);
      const installation = host.install(WITH_PACKAGES);
      await host.succeed(`sleep 5; mv /dev/not-yet ${DATA_DEVICE}`);
      const halfway = host.succeed(`timeout 300 bash -c 'until grep --count "^Status: install ok unpacked" \\
      /var/lib/dpkg/status | grep --extended-regexp "[0-9]{2}"; do sleep 0.1; done'`);
      const first = await Promise.race([installation, halfway]);
      if (typeof first !== 'string') throw new CheckFailure(`it was over too soon: ${first.errors.trim()}`);
      await host.cutPower();
      await installation;
      await host.boot();
      return `${first} packages were not set up`;
    },
  );

  await check('is killed among the packages, as State Manager does after half an hour', async () => {
    const installation = host.install(WITH_PACKAGES);
    await host.succeed("timeout 300 bash -c 'until pgrep --exact dpkg; do sleep 0.1; done'");
    await host.succeed('pkill --signal KILL --full app/install.sh');
    const { code } = await installation;
    expectEqual('exit code', code, 137);
    return (await host.run('pgrep --exact apt-get')).code === 0 ? 'apt goes on without it' : undefined;
  });

  await check('fails on a full volume, after it has waited for what the killed one had begun', async () => {
    await host.succeed(`fallocate --length 64G ${FILLER} || dd if=/dev/zero of=${FILLER} bs=1M || sync`);
    const { code, errors } = await host.install(WITH_PACKAGES);
    expectEqual('exit code', code, 1);
    expectMatch(
      'what it says',
      errors,
      /No space left on device[\s\S]*the PostgreSQL cluster cannot be made\.\n$/,
    );
    await host.succeed(`rm ${FILLER}`);
  });
}
