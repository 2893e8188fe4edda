/** One Debian package, exactly. */
export interface DebianPackage {
  readonly name: string;
  /** With its epoch, e.g. `1:19.1.7-3+b1`. */
  readonly version: string;
  /** `amd64` or `all`. */
  readonly architecture: string;
}

/** One Debian package with the hash of its content. */
export interface LockedPackage extends DebianPackage {
  readonly sha256: string;
}

/** Content of the lock file: the requested packages, and all that they resolve to. */
export interface PackageLock {
  readonly wanted: readonly string[];
  /** The day on which these were Debian's newest packages, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly packages: readonly LockedPackage[];
}

const WANTED = '# wanted:';
const AS_OF = '# as of:';

/**
 * The text of the lock file: one package per line, sorted, so that a diff reads like a list of
 * updates.
 */
export function formatPackageLock({ wanted, asOf, packages }: PackageLock): string {
  const lines = packages.map(({ name, version, architecture, sha256 }) =>
    [name, version, architecture, sha256].join(' '),
  );
  return [`${WANTED} ${wanted.join(' ')}`, `${AS_OF} ${asOf}`, ...lines.sort(), ''].join('\n');
}

/** @throws Error that names the line which is not a package */
export function parsePackageLock(text: string): PackageLock {
  const [first = '', second = '', ...lines] = text.trimEnd().split('\n');
  if (!first.startsWith(WANTED) || !second.startsWith(AS_OF))
    throw new Error(
      'The lock file does not begin with "# wanted:" and "# as of:": create it again with --refresh.',
    );
  return {
    wanted: first.slice(WANTED.length).trim().split(' '),
    asOf: second.slice(AS_OF.length).trim(),
    packages: lines.map((line) => {
      const [name, version, architecture, sha256, ...rest] = line.split(' ');
      if (!name || !version || !architecture || !/^[0-9a-f]{64}$/.test(sha256 ?? '') || rest.length > 0)
        throw new Error(`The lock file has a line that is not a package: ${line}`);
      return { name, version, architecture, sha256: sha256 as string };
    }),
  };
}

/**
 * Summary of the difference between two lists, for the reviewer of an update.
 *
 * @returns e.g. `2 updated, 1 added, 0 removed`
 */
export function describeUpdate(before: readonly DebianPackage[], after: readonly DebianPackage[]): string {
  const versions = new Map(before.map(({ name, version }) => [name, version]));
  const names = new Set(after.map(({ name }) => name));
  const updated = after.filter(({ name, version }) => (versions.get(name) ?? version) !== version).length;
  const added = after.filter(({ name }) => !versions.has(name)).length;
  const removed = before.filter(({ name }) => !names.has(name)).length;
  return `${updated} updated, ${added} added, ${removed} removed`;
}
