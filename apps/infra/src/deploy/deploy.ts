import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { FLAG, optionReader, runCommand } from '@clickstream/command-line';
import { stageFrom } from '../config';
import { parameterFolder } from '../parameters';
import { parameterStore, readParameter, writeParameter } from './parameter-store';
import { runProgram, WORKSPACE } from './run-program';

const HELP = `Deploys what changed since the last successful deployment, whose commit is stored in the account.

Usage: npm run deploy [-- --all]

  --all     deploy everything, changed or not
  --help

It runs nx affected --target=deploy with that commit as base. STAGE selects the stage.
Exit codes: 0 deployed, 1 not deployed, 2 wrong usage
`;

/** @returns the exit code */
async function deploy({ all = false }): Promise<number> {
  const stage = stageFrom(process.env);
  const store = parameterStore(stage.region);
  const Name = `${parameterFolder(stage)}/deployed-commit`;
  const base = all ? undefined : await readParameter(store, Name);
  if (base && !isInThisClone(base)) {
    console.error(
      `${base}, which was deployed last, is not in this clone: fetch all of its history, or deploy all with --all.`,
    );
    return 1;
  }
  const which = base ? ['affected', `--base=${base}`] : ['run-many'];
  console.log(base ? `Deploying what changed since ${base}.` : 'Deploying everything.');
  const nx = join(WORKSPACE, 'node_modules/.bin/nx');
  const code = await runProgram(nx, [...which, '--target=deploy'], {
    env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_TUI: 'false' },
  });
  if (code !== 0) {
    console.error('The deployment failed. The next one begins at the same commit as this one.');
    return 1;
  }
  const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: WORKSPACE, encoding: 'utf8' }).trim();
  await writeParameter(store, { Name, Type: 'String', Value: head, Overwrite: true });
  console.log(`Deployed ${head} to ${stage.name}.`);
  return 0;
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
