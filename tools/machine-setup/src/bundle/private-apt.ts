import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { DebianPackages } from './debian-packages';
import type { DebianPackage } from './locked-packages';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * apt with a private folder: it does not need root, leaves this machine's packages alone, and uses
 * only Debian's mirrors.
 */
export interface PrivateApt {
  /** Folder of downloaded packages. */
  readonly archives: string;
  /** Fetches Debian's lists and checks their signatures. */
  update(): Promise<void>;
  /** Everything that an empty machine needs for these packages, patterns or `name=version`. */
  resolve(wanted: readonly string[]): Promise<DebianPackage[]>;
  /** Downloads what `resolve` names; apt checks each file against the signed lists. */
  download(wanted: readonly string[], onPercent: (percent: number) => void): Promise<void>;
  /** Debian's own description of each package, as one text of stanzas. */
  describe(packages: readonly DebianPackage[]): Promise<string>;
}

/** apt failed; the message is the last one of apt. */
export class AptError extends Error {
  override readonly name = 'AptError';
}

/** @returns one line when this machine cannot make a bundle of Debian packages */
export function aptProblem(): string | undefined {
  if (!existsSync('/usr/bin/apt-get'))
    return 'The OS bundle is made with apt: run this on Debian or Ubuntu, or in a debian:13 container.';
  if (!existsSync(KEYRING)) return 'Debian’s keys are missing: install the package debian-archive-keyring.';
  return undefined;
}

/** @param folder is created if it does not exist; its contents from an earlier run are reused */
export async function openPrivateApt(folder: string, debian: DebianPackages): Promise<PrivateApt> {
  const archives = join(folder, 'var/cache/apt/archives');
  const folders = ['etc/apt/apt.conf.d', 'etc/apt/preferences.d', 'etc/apt/sources.list.d'];
  folders.push('var/lib/apt/lists/partial', 'var/lib/dpkg', 'var/cache/apt/archives/partial');
  folders.push('var/cache/apt/nothing/partial');
  for (const path of folders) await mkdir(join(folder, path), { recursive: true });
  // No package is installed, so a resolution names everything.
  await writeFile(join(folder, 'var/lib/dpkg/status'), '');
  await writeFile(join(folder, 'etc/apt/sources.list'), sources(debian));
  const configuration = join(folder, 'apt.conf');
  await writeFile(configuration, settings(folder, debian.architecture));
  const run = (command: string, args: readonly string[], onPercent?: (percent: number) => void) =>
    runApt(command, args, configuration, onPercent);
  // apt does not name packages that it has downloaded before, so an empty folder is used here.
  const nothing = ['-o', `Dir::Cache::Archives=${join(folder, 'var/cache/apt/nothing')}/`];
  return {
    archives,
    update: async () => void (await run('apt-get', ['update', '--error-on=any'])),
    resolve: async (wanted) =>
      packagesIn(await run('apt-get', [...nothing, '--print-uris', 'install', ...wanted])),
    download: async (wanted, onPercent) =>
      void (await run('apt-get', ['--yes', '--download-only', 'install', ...wanted], onPercent)),
    describe: (packages) => run('apt-cache', ['show', ...packages.map(exactly)]),
  };
}

/** apt's notation for one version of a package. */
export function exactly({ name, version }: DebianPackage): string {
  return `${name}=${version}`;
}

/** Reads apt's `'address' name_version_architecture.deb size hash` lines. */
export function packagesIn(uris: string): DebianPackage[] {
  return uris
    .trim()
    .split('\n')
    .map((line) => {
      const file = line.split(' ')[1] ?? '';
      const [name, version, architecture] = file.replace(/\.deb$/, '').split('_');
      if (!name || !version || !architecture) throw new AptError(`apt answered with ${line}`);
      return { name, version: decodeURIComponent(version), architecture };
    });
}

/** The file that apt downloads a package into; an epoch's colon is escaped. */
export function archiveName({ name, version, architecture }: DebianPackage): string {
  return `${name}_${version.replaceAll(':', '%3a')}_${architecture}.deb`;
}

function sources({ suite, mirror, securityMirror }: DebianPackages): string {
  const signed = `deb [signed-by=${KEYRING}]`;
  return [
    `${signed} ${mirror} ${suite} main`,
    `${signed} ${mirror} ${suite}-updates main`,
    `${signed} ${securityMirror} ${suite}-security main`,
    '',
  ].join('\n');
}

function settings(folder: string, architecture: string): string {
  return [
    `Dir "${folder}";`,
    `APT::Architecture "${architecture}";`,
    `APT::Architectures { "${architecture}"; };`,
    'APT::Install-Recommends "false";',
    'APT::Sandbox::User "";',
    'Acquire::Languages "none";',
    'Acquire::Retries "3";',
    '',
  ].join('\n');
}

/** @throws AptError */
async function runApt(
  command: string,
  args: readonly string[],
  configuration: string,
  onPercent?: (percent: number) => void,
): Promise<string> {
  const status = onPercent ? ['-o', 'APT::Status-Fd=3'] : [];
  const child = spawn(command, ['--quiet=2', ...status, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', APT_CONFIG: configuration },
  });
  const progress = child.stdio[3];
  if (progress && 'read' in progress)
    createInterface({ input: progress }).on('line', (line) => {
      const [kind, , percent] = line.split(':');
      if (kind === 'dlstatus') onPercent?.(Number(percent));
    });
  const [output, errors, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  if (code !== 0) throw new AptError(lastError(errors) ?? `${command} ended with ${String(code)}`);
  return output;
}

async function textOf(stream: Readable | null): Promise<string> {
  return stream ? text(stream) : '';
}

function lastError(errors: string): string | undefined {
  return errors
    .split('\n')
    .filter((line) => line.startsWith('E:'))
    .map((line) => line.slice(2).trim())
    .at(-1);
}
