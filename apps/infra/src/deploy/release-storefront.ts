import { noOptions, runCommand } from '@clickstream/command-line';
import { stageFrom } from '../config';
import { parameterFolder } from '../parameters';
import { parameterStore, readParameter } from './parameter-store';
import { runProgram } from './run-program';

const HELP = `Starts Amplify's build of the storefront's branch.

Usage: node --import ../../tools/workspace/typescript.mjs src/deploy/release-storefront.ts

Amplify accepts server-rendered apps only from Git, so there is nothing to upload.
Exit codes: 0 started or nothing to release, 1 failed, 2 wrong usage
`;

/** @returns the exit code */
async function release(): Promise<number> {
  const stage = stageFrom(process.env);
  const store = parameterStore(stage.region);
  const folder = `${parameterFolder(stage)}/storefront`;
  const [app, branch] = await Promise.all([
    readParameter(store, `${folder}/app`),
    readParameter(store, `${folder}/branch`),
  ]);
  if (!app || !branch) {
    console.log('Nothing to release: the storefront is not on Amplify.');
    return 0;
  }
  const job = ['--app-id', app, '--branch-name', branch, '--job-type', 'RELEASE', '--region', stage.region];
  return runProgram('aws', ['amplify', 'start-job', ...job]);
}

void runCommand({
  help: HELP,
  failure: 'The storefront is not released',
  read: noOptions,
  run: release,
});
