import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { noOptions, runCommand } from '@clickstream/command-line';
import { buildAppBundle } from './bundle/app-bundle';
import { buildWebDbBundle } from './bundle/web-db-bundle';
import { DIST_FOLDER } from './bundle-files';

const HELP = `Builds everything that the machines run apart from Debian's packages, each with its install.sh:
dist/app-bundle.tar.gz for the warehouse and its dashboard, dist/web-db-bundle.tar.gz for the shop's database.

Usage: npx nx app-bundle machine-setup

The same sources give the same bytes.
Exit codes: 0 built, 1 not built, 2 wrong usage
`;

/** @returns the exit code */
async function buildBundles(): Promise<number> {
  const job = {
    workspace: resolve(import.meta.dirname, '../../..'),
    sourceFolder: import.meta.dirname,
    distFolder: DIST_FOLDER,
  };
  for (const [name, { version, archive }] of Object.entries({
    'app-bundle': await buildAppBundle(job),
    'web-db-bundle': await buildWebDbBundle(job),
  }))
    console.log(`${name} ${version}: ${Math.ceil((await stat(archive)).size / 1000)} kB, ${archive}`);
  return 0;
}

void runCommand({
  help: HELP,
  failure: 'Could not build the bundles',
  read: noOptions,
  run: buildBundles,
});
