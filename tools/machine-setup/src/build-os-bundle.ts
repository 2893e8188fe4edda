import { join, resolve } from 'node:path';
import { FLAG, readOptions, runCommand, UsageError } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
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

interface Options {
  readonly refresh?: boolean;
  readonly frozen?: boolean;
}

function osBundleOptions(args: string[]): Options | 'help' {
  const options = readOptions(args, { refresh: FLAG, frozen: FLAG });
  if (options.refresh && options.frozen) throw new UsageError('--refresh and --frozen exclude each other.');
  return options.help ? 'help' : options;
}

/** @returns the exit code */
async function build({ refresh, frozen }: Options): Promise<number> {
  const problem = aptProblem();
  if (problem) throw new Error(problem);
  const bar = progressBar('Downloading {bar} {percentage}%');
  const dashboardFile = join(project, '../shiny/requirements.json');
  const result = await buildOsBundle({
    debian: readDebianPackages(join(project, 'host-packages.json'), dashboardFile),
    lockFile: LOCK_FILE,
    distFolder: DIST_FOLDER,
    update: refresh ? 'always' : frozen ? 'never' : 'when-gone',
    say: console.log,
    onDownload: (percent) => (bar.isActive ? bar.update(percent) : bar.start(100, percent)),
    onDownloaded: () => bar.stop(),
  }).finally(() => bar.stop());
  console.log(result);
  return 0;
}

void runCommand({
  help: HELP,
  failure: 'Could not build the OS bundle',
  read: osBundleOptions,
  run: build,
});
