import { basename } from 'node:path';
import type { DebianPackage } from './locked-packages';

/** A package with Debian's description of it. */
export interface DescribedPackage extends DebianPackage {
  /** Its file in the bundle: Debian's own name for it. */
  readonly file: string;
  readonly sha256: string;
  /** The stanza for the index of a flat repository, in which the file is next to the index. */
  readonly stanza: string;
}

/**
 * Finds the stanza of each package in the output of `apt-cache show`.
 *
 * @throws Error that names a package without a stanza
 */
export function describePackages(
  packages: readonly DebianPackage[],
  aptCacheShow: string,
): DescribedPackage[] {
  const stanzas = new Map(
    aptCacheShow
      .split('\n\n')
      .filter((stanza) => stanza.trim() !== '')
      .map((stanza) => [`${field(stanza, 'Package')}=${field(stanza, 'Version')}`, stanza.trim()]),
  );
  return packages.map((wanted) => {
    const stanza = stanzas.get(`${wanted.name}=${wanted.version}`);
    if (!stanza) throw new Error(`Debian's lists do not describe ${wanted.name} ${wanted.version}.`);
    const file = basename(field(stanza, 'Filename'));
    const local = stanza.replace(/^Filename: .*$/m, `Filename: ./${file}`);
    return { ...wanted, file, sha256: field(stanza, 'SHA256'), stanza: local };
  });
}

/** The `Packages` file of a flat repository. */
export function packageIndex(packages: readonly DescribedPackage[]): string {
  const sorted = [...packages].sort((a, b) => (a.file < b.file ? -1 : 1));
  return sorted.map(({ stanza }) => `${stanza}\n\n`).join('');
}

function field(stanza: string, name: string): string {
  const value = new RegExp(`^${name}: (.*)$`, 'm').exec(stanza)?.[1];
  if (value === undefined) throw new Error(`A package of Debian's lists has no ${name}.`);
  return value;
}
