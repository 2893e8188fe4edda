import { git } from './git';

/**
 * Packages that are installed for development and yet decide what is in a bundle or a template.
 */
const BUILDERS: ReadonlySet<string> = new Set(['@swc/core', 'aws-cdk', 'esbuild', 'typescript']);

/** Fields of the root package.json that decide what is installed and how it is loaded. */
const FIELDS = ['dependencies', 'overrides', 'engines', 'type', 'workspaces'] as const;

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
}

/** Compares the packages of which the deployed code of two commits is made; tests have others. */
export function runtimePackagesDiffer(folder: string, one: string, other: string): boolean {
  const [ofOne, ofOther] = [one, other].map((commit) => ({
    fields: fieldsAt(folder, commit),
    packages: packagesAt(folder, commit),
  }));
  return JSON.stringify(ofOne) !== JSON.stringify(ofOther);
}

function fieldsAt(folder: string, commit: string): unknown[] {
  const settings = jsonAt<Record<string, unknown>>(folder, commit, 'package.json');
  return FIELDS.map((field) => settings[field] ?? null);
}

/** Path and version of each locked package that is not for development alone. */
function packagesAt(folder: string, commit: string): string[] {
  const { packages } = jsonAt<{ packages: Record<string, LockedPackage> }>(
    folder,
    commit,
    'package-lock.json',
  );
  return Object.entries(packages)
    .filter(([path, { dev }]) => path.includes('node_modules/') && (!dev || BUILDERS.has(nameOf(path))))
    .map(([path, { version, integrity }]) => `${path} ${version} ${integrity}`)
    .sort();
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

function jsonAt<Value>(folder: string, commit: string, file: string): Value {
  return JSON.parse(git(folder, 'show', `${commit}:${file}`)) as Value;
}
