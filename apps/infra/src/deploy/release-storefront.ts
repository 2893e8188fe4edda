import { stageFrom } from '../config';
import { parameterFolder } from '../parameters';
import { parameterStore, readParameter } from './parameter-store';
import { reasonOf, runProgram } from './run-program';

/**
 * Starts Amplify's build of the storefront's branch. Amplify takes server-rendered apps from Git only, so there is nothing to
 * upload. @returns the exit code
 */
async function main(): Promise<number> {
  const stage = stageFrom(process.env);
  const store = parameterStore(stage.region);
  const folder = `${parameterFolder(stage)}/storefront`;
  const [app, branch] = await Promise.all([
    readParameter(store, `${folder}/app`),
    readParameter(store, `${folder}/branch`),
  ]);
  if (!app || !branch) {
    console.log('There is no storefront on Amplify: nothing to release.');
    return 0;
  }
  const job = ['--app-id', app, '--branch-name', branch, '--job-type', 'RELEASE', '--region', stage.region];
  return runProgram('aws', ['amplify', 'start-job', ...job]);
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`The storefront is not released: ${reasonOf(error)}`);
  return 1;
});
