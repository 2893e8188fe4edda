import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OF_THIS_MACHINE } from '../../bundle-files';

const run = promisify(execFile);

/** Packages beyond the smallest Debian: in its cloud image, and needed by install.sh or systemd. */
const CLOUD_IMAGE_PACKAGES = [
  'systemd-sysv',
  'dbus',
  'udev',
  'iproute2',
  'e2fsprogs',
  'python3',
  'ca-certificates',
  'locales',
];

/**
 * The root of a freshly installed Debian 13, made once and kept for later runs.
 *
 * @param cache folder in which it is kept
 * @returns the folder of the root: copy it, do not use it
 * @throws Error when debootstrap fails
 */
export async function baseRoot(cache: string, say: (line: string) => void): Promise<string> {
  const key = createHash('sha256').update(CLOUD_IMAGE_PACKAGES.join()).digest('hex').slice(0, 8);
  const root = join(cache, `debian-13-${OF_THIS_MACHINE}-${key}`);
  if (existsSync(root)) return root;
  say('Making a Debian 13 root with debootstrap (about a minute, kept for the next time) ...');
  const fresh = `${root}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  const packages = `--include=${CLOUD_IMAGE_PACKAGES.join(',')}`;
  await run('debootstrap', [`--arch=${OF_THIS_MACHINE}`, '--variant=minbase', packages, 'trixie', fresh], {
    maxBuffer: 64 * 1024 * 1024,
  });
  // Each copy becomes a machine with its own identity, whose network is ready without an interface.
  await writeFile(join(fresh, 'etc/machine-id'), '');
  await run('systemctl', [
    '--root',
    fresh,
    'mask',
    'systemd-networkd-wait-online.service',
    'systemd-firstboot.service',
  ]);
  await rename(fresh, root);
  return root;
}

/** A copy of a root that a machine may change. */
export async function copyRoot(base: string, root: string): Promise<string> {
  await run('cp', ['--archive', '--reflink=auto', base, root]);
  return root;
}
