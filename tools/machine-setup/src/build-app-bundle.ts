import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
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
async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: { help: { type: 'boolean' } } });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
  } catch (error) {
    console.error(`${messageOf(error)} See --help.`);
    return 2;
  }
  const job = {
    workspace: resolve(import.meta.dirname, '../../..'),
    sourceFolder: import.meta.dirname,
    distFolder: DIST_FOLDER,
  };
  try {
    for (const [name, made] of Object.entries({
      'app-bundle': await buildAppBundle(job),
      'web-db-bundle': await buildWebDbBundle(job),
    }))
      console.log(
        `${name} ${made.version}: ${Math.ceil((await stat(made.archive)).size / 1000)} kB, ${made.archive}`,
      );
    return 0;
  } catch (error) {
    console.error(`Could not build the bundles: ${messageOf(error)}`);
    return 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main(process.argv.slice(2));
