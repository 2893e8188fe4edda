import { Presets, SingleBar } from 'cli-progress';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readDebianPackages } from './bundle/debian-packages';
import { buildOsBundle } from './bundle/os-bundle';
import { aptProblem } from './bundle/private-apt';
import { DIST_FOLDER, LOCK_FILE } from './bundle-files';

const HELP = `Builds dist/os-bundle.tar: every Debian 13 package that the warehouse host needs, as a repository for apt.

Usage: npx nx os-bundle machine-setup [-- options]

  --refresh   take the newest packages, and write them into os-packages.lock
  --frozen    fail when Debian no longer has what os-packages.lock names, instead of taking newer packages
  --help

Takes exactly what os-packages.lock names. Needs apt (Debian or Ubuntu), no root; about 300 MB are downloaded.
Exit codes: 0 built or unchanged, 1 not built, 2 wrong usage
`;

const project = resolve(import.meta.dirname, '..');

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  let values;
  try {
    const options = {
      help: { type: 'boolean' },
      refresh: { type: 'boolean' },
      frozen: { type: 'boolean' },
    } as const;
    ({ values } = parseArgs({ args, options }));
    if (values.refresh && values.frozen) throw new Error('--refresh and --frozen exclude each other.');
  } catch (error) {
    console.error(`${messageOf(error)} See --help.`);
    return 2;
  }
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const problem = aptProblem();
  if (problem) {
    console.error(problem);
    return 1;
  }
  const bar = new SingleBar({ format: 'Downloading {bar} {percentage}%' }, Presets.shades_classic);
  try {
    const dashboardFile = join(project, '../shiny/requirements.json');
    const result = await buildOsBundle({
      debian: readDebianPackages(join(project, 'host-packages.json'), dashboardFile),
      lockFile: LOCK_FILE,
      distFolder: DIST_FOLDER,
      update: values.refresh ? 'always' : values.frozen ? 'never' : 'when-gone',
      say: console.log,
      onDownload: (percent) => (bar.isActive ? bar.update(percent) : bar.start(100, percent)),
      onDownloaded: () => bar.stop(),
    });
    console.log(result);
    return 0;
  } catch (error) {
    bar.stop();
    console.error(`Could not build the OS bundle: ${messageOf(error)}`);
    return 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main(process.argv.slice(2));
