import { expectEqual, expectMatch } from './checks';
import { writtenForms } from './passwords';
import type { WarehouseHost } from './warehouse-host';

const SEEN = '/dev/shm/command-lines';

/**
 * Notes every command line in the machine, twenty times a second, until the
 * returned function is called.
 */
export async function watchCommandLines(host: WarehouseHost): Promise<() => Promise<void>> {
  await host.run(`(while sleep 0.05; do cat /proc/[0-9]*/cmdline; done) >${SEEN} 2>/dev/null </dev/null &
    echo $! > /run/watcher`);
  return async () => void (await host.succeed('kill "$(cat /run/watcher)"'));
}

/**
 * Looks for the passwords in all that was noted, printed, logged or written.
 *
 * @throws CheckFailure that names the file
 */
export async function expectNoPasswordAnywhere(host: WarehouseHost): Promise<void> {
  const places = `${SEEN} /dev/shm /var/log /etc /opt /var/lib/sbw /srv/dw/etc-postgresql`;
  const script = `journalctl --no-pager > /dev/shm/journal
    grep --recursive --files-with-matches --text --fixed-strings --file=/dev/stdin ${places} <<'END'
${writtenForms(host.passwords).join('\n')}
END`;
  expectEqual(
    'files with a password',
    (await host.run(script)).output.trim(),
    '/etc/sbw_dashboard/environment',
  );
  const rights = await host.succeed("stat --format '%a %U:%G' /etc/sbw_dashboard/environment");
  expectEqual('the rights of that file', rights, '600 root:root');
  const seen = await host.succeed(`tr '\\0' ' ' <${SEEN} | grep --text --count 'node /opt/sbw_warehouse'`);
  expectMatch('how often a tool with a password was seen', seen, /^[1-9]/);
}
