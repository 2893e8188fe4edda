import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAppBundle } from './bundle/app-bundle';

const HELP = `Makes dist/app-bundle.tar.gz: what runs on the warehouse host beside Debian's packages, and install.sh.

Usage: npx nx app-bundle infra

The same sources give the same bytes.
Exit codes: 0 made, 1 not made, 2 wrong usage
`;

const host = import.meta.dirname;

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
  try {
    const { archive, version } = await buildAppBundle({
      workspace: join(host, '../../..'),
      hostFolder: host,
      distFolder: join(host, '../dist'),
    });
    console.log(`app-bundle ${version}: ${Math.ceil((await stat(archive)).size / 1000)} kB, ${archive}`);
    return 0;
  } catch (error) {
    console.error(`The app bundle is not made: ${messageOf(error)}`);
    return 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main(process.argv.slice(2));
