import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './git';
import { runtimePackagesDiffer } from './runtime-packages';

/** Folders of projects, for which `{projectRoot}` is written in nx.json. */
const PROJECTS = ['apps/*', 'libs/*', 'tools/*'];

/**
 * Finds the files by which the deployments of two commits differ, whichever is the older one: a
 * rollback differs as much as the deployment that it takes back. Files that are part of no
 * deployment are left out: those that the input `production` of nx.json excludes (tests, READMEs),
 * and the versions of packages that only develop and test.
 *
 * @param folder of a clone that has both commits
 * @returns paths from the root of the workspace
 */
export function deployedFiles(folder: string, deployed: string, wanted: string): string[] {
  const paths = ['.', ...notDeployed(folder).map((pattern) => `:(exclude,glob)${pattern}`)];
  const files = git(folder, 'diff', '--name-only', '--no-renames', '-z', deployed, wanted, '--', ...paths)
    .split('\0')
    .filter(Boolean);
  const ofPackages = new Set(['package.json', 'package-lock.json']);
  if (!files.some((file) => ofPackages.has(file)) || runtimePackagesDiffer(folder, deployed, wanted))
    return files;
  return files.filter((file) => !ofPackages.has(file));
}

/** Patterns of files in projects that are part of no bundle, image or stack. */
function notDeployed(folder: string): string[] {
  const { namedInputs } = JSON.parse(readFileSync(join(folder, 'nx.json'), 'utf8')) as {
    namedInputs: { production: string[] };
  };
  return namedInputs.production.flatMap((input) =>
    input.startsWith('!{projectRoot}/')
      ? PROJECTS.map((project) => input.replace('!{projectRoot}', project))
      : [],
  );
}
