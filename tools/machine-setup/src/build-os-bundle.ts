import { dirname, join, resolve } from 'node:path';
import { FLAG, readOptions, runCommand, UsageError } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { readDebianPackages } from './bundle/debian-packages';
import { buildOsBundle } from './bundle/os-bundle';
import { aptProblem } from './bundle/private-apt';
import { DEPLOYED, lockFileOf, OF_THIS_MACHINE, osBundleOf } from './bundle-files';

const HELP = `Builds dist/${DEPLOYED}/os-bundle.tar: every Debian 13 package that the warehouse host needs, as a repository for apt.

Usage: npx nx os-bundle machine-setup [-- options]

  --refresh            take the newest packages, and write them into the lock file
  --frozen             fail when Debian no longer has what the lock file names, instead of taking newer packages
  --for-this-machine   for the processor of this machine, on which the host test installs it
  --help

Takes exactly what os-packages.${DEPLOYED}.lock names. Needs apt (Debian or Ubuntu), no root; about 300 MB are downloaded.
Exit codes: 0 built or unchanged, 1 not built, 2 wrong usage
`;

const project = resolve(import.meta.dirname, '..');

interface Options {
  readonly refresh?: boolean;
  readonly frozen?: boolean;
  readonly 'for-this-machine'?: boolean;
}

function osBundleOptions(args: string[]): Options | 'help' {
  const options = readOptions(args, { refresh: FLAG, frozen: FLAG, 'for-this-machine': FLAG });
  if (options.refresh && options.frozen) throw new UsageError('--refresh and --frozen exclude each other.');
  return options.help ? 'help' : options;
}

/** @returns the exit code */
async function build({ refresh, frozen, 'for-this-machine': forThisMachine }: Options): Promise<number> {
  const problem = aptProblem();
  if (problem) throw new Error(problem);
  const architecture = forThisMachine ? OF_THIS_MACHINE : DEPLOYED;
  const bar = progressBar('Downloading {bar} {percentage}%');
  const dashboardFile = join(project, '../shiny/requirements.json');
  const result = await buildOsBundle({
    debian: { ...readDebianPackages(join(project, 'host-packages.json'), dashboardFile), architecture },
    lockFile: lockFileOf(architecture),
    distFolder: dirname(osBundleOf(architecture)),
    update: refresh ? 'always' : frozen ? 'never' : 'when-gone',
    today: new Date().toISOString().slice(0, 10),
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
