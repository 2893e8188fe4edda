import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FLAG, optionReader, runCommand } from '@clickstream/command-line';
import { stageFrom } from '../config';
import { deployedFiles } from './differences/deployed-files';
import { headOf, uncommittedFiles } from './differences/git';
import { printFindings } from './finding';
import { parameterFolder } from '../parameters';
import { parameterStore, readParameter, writeParameter } from './parameter-store';
import { protectMachines } from './protection/protect-machines';
import { runProgram, WORKSPACE } from './run-program';
import { accountOf } from './verify/account';
import { verifyStage } from './verify/verify';

const HELP = `Deploys the commit that is checked out, as far as it differs from the last successful deployment, whose commit is stored in the account.

Usage: npm run deploy [-- --all]

  --all     deploy everything, changed or not
  --help

An older commit is a rollback: it deploys whatever differs, in either direction. Tests, READMEs and packages for development deploy nothing.
A clone with changes that are not committed is refused, as nobody could deploy the same again.
At the end it verifies what runs (npm run deploy:verify), and then protects the machines against being terminated.
A stack whose first creation failed is deleted and created again. STAGE selects the stage.
Exit codes: 0 deployed and working, 1 not deployed or not working, 2 wrong usage
`;

const NX = join(WORKSPACE, 'node_modules/.bin/nx');
const QUIETLY = { env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_TUI: 'false' } };

/** More files than this deploy everything: a command line has limits, and little is the same. */
const MANY_FILES = 1_000;

/**
 * The stored value names each commit of which parts may be in place: one, or those of deployments
 * that failed since as well.
 *
 * @returns the exit code
 */
async function deploy({ all = false }): Promise<number> {
  const uncommitted = uncommittedFiles(WORKSPACE);
  if (uncommitted.length > 0) {
    console.error(
      `Not deployed: ${uncommitted.length} files are not committed. Commit or remove them.\n` +
        uncommitted.slice(0, 10).join('\n'),
    );
    return 1;
  }
  const stage = stageFrom(process.env);
  const store = parameterStore(stage.region);
  const Name = `${parameterFolder(stage)}/deployed-commit`;
  const known = (await readParameter(store, Name))?.split(' ') ?? [];
  const inPlace = all ? [] : known;
  const missing = inPlace.find((commit) => !isInThisClone(commit));
  if (missing) {
    console.error(
      `${missing}, which was deployed before, is not in this clone: fetch all of its history, or deploy all with --all.`,
    );
    return 1;
  }
  const head = headOf(WORKSPACE);
  const remember = (commits: readonly string[]) =>
    writeParameter(store, { Name, Type: 'String', Value: commits.join(' '), Overwrite: true });
  const files = [...new Set(inPlace.flatMap((commit) => deployedFiles(WORKSPACE, commit, head)))];
  const projects = await projectsToDeploy(inPlace.length > 0 ? files : undefined);
  if (projects.length === 0) {
    console.log(`Nothing to deploy: ${stage.name} has all that ${head} would deploy.`);
  } else {
    // If it fails halfway, parts of both are in place: the next deployment compares with both.
    if (known.length > 0) await remember([...new Set([...known, head])]);
    console.log(`Deploying ${projects.join(', ')}.`);
    if (
      (await runProgram(NX, ['run-many', '--target=deploy', `--projects=${projects.join()}`], QUIETLY)) !== 0
    ) {
      console.error('The deployment failed. The next one includes all that this one may have changed.');
      return 1;
    }
    console.log(`Deployed ${head} to ${stage.name}.`);
  }
  await remember([head]);
  if (!(await verifyStage(stage, head))) return 1;
  if (!stage.protected) return 0;
  return printFindings(await protectMachines(accountOf(stage)), 'fails') === 0 ? 0 : 1;
}

/** The projects that deploy something made of these files; without files, all that deploy. */
async function projectsToDeploy(files: readonly string[] | undefined): Promise<string[]> {
  if (files?.length === 0) return [];
  const ofFiles =
    files && files.length <= MANY_FILES ? ['--affected', ...files.map((file) => `--files=${file}`)] : [];
  const args = ['show', 'projects', '--withTarget=deploy', '--json', ...ofFiles];
  const { stdout } = await promisify(execFile)(NX, args, { cwd: WORKSPACE, ...QUIETLY });
  return JSON.parse(stdout) as string[];
}

function isInThisClone(commit: string): boolean {
  const question = ['cat-file', '-e', `${commit}^{commit}`];
  return spawnSync('git', question, { cwd: WORKSPACE, stdio: 'ignore' }).status === 0;
}

void runCommand({
  call: 'npm run deploy --',
  help: HELP,
  failure: 'Not deployed',
  read: optionReader({ all: FLAG }),
  run: deploy,
});
