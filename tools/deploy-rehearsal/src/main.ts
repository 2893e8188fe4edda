import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { messageOf, noOptions, runCommand } from '@clickstream/command-line';
import { STAGES } from '@clickstream/infra';
import { OS_BUNDLE } from '@clickstream/machine-setup';
import { cloneOf } from './clone/rehearsed-clone';
import { outputOf } from './commands/output-of';
import { rehearsedCommands } from './commands/rehearsed-commands';
import { ACCOUNT, rehearsedAccount } from './rehearsed-account';
import { report } from './report';
import { startDatabases } from './stand-ins/databases';
import { startRehearsalCloud } from './stand-ins/emulator';
import { failedCreation } from './stand-ins/failed-creation';
import { etlFunction, httpApi } from './stand-ins/functions';
import { stateManager } from './stand-ins/state-manager';
import { rehearse, type Step } from './story';

const HELP = `Rehearses deployments of the commit that is checked out, on an emulator of AWS, by the commands that an operator uses: a first one that
fails, its retry, one without a change, a changed ETL, its rollback, a lock file, destroy. Each deployment ends with deploy:verify.

Usage: AWS_ENDPOINT_URL=http://localhost:5001 npm run deploy:rehearse

Start the emulator before: moto_server -H 127.0.0.1 -p 5001. The address must be on this machine: an account is never used for a rehearsal.
The emulator is cleared first. It needs the AWS CLI. What the emulator cannot do is listed at the end, with what answered for it.
Exit codes: 0 as expected or skipped, 1 not as expected, 2 wrong usage
`;

const WORKSPACE = resolve(import.meta.dirname, '../../..');

/** @returns the exit code */
async function rehearseOnEmulator(): Promise<number> {
  const emulator = process.env['AWS_ENDPOINT_URL'] ?? '';
  if (!/^http:\/\/(localhost|127\.0\.0\.1):\d+\/?$/.test(emulator)) {
    console.log(
      'skipped: the deployment was not rehearsed, because AWS_ENDPOINT_URL names no emulator on this machine.',
    );
    return 0;
  }
  await outputOf('aws', ['--version'], { cwd: WORKSPACE, env: process.env });
  await clear(emulator);
  const folder = await mkdtemp(join(tmpdir(), 'clickstream-rehearsal-'));
  try {
    await rehearseIn(folder, emulator);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Buckets outlive their stacks, as on AWS; a second rehearsal would then fail on them. */
async function clear(emulator: string): Promise<void> {
  const reset = new URL('/moto-api/reset', emulator);
  const answer = await fetch(reset, { method: 'POST' }).catch((error: unknown) => {
    throw new Error(`no emulator answers at ${emulator}: ${messageOf(error)}. Start moto_server.`);
  });
  if (!answer.ok) throw new Error(`${reset.href} answered ${answer.status}: restart the emulator.`);
}

async function rehearseIn(folder: string, emulator: string): Promise<void> {
  const stage = STAGES.find(({ name }) => name === 'trial');
  if (!stage) throw new Error('stages.ts has no stage "trial".');
  const began = Date.now();
  const { region, suffix } = stage;
  const workspace = join(folder, 'clone');
  const databases = await startDatabases(`/clickstream${suffix}`, region);
  const functions = { workspace, suffix, warehouseUrl: databases.etlUrl };
  const standIns = [
    failedCreation(),
    httpApi(functions),
    etlFunction(functions),
    stateManager(databases.install),
  ];
  const cloud = await startRehearsalCloud(emulator, standIns);
  try {
    const env = environment(cloud.url, region);
    Object.assign(process.env, env);
    const clone = cloneOf(WORKSPACE, workspace);
    // As docs/runbooks/first-deploy.md asks for before the first deployment.
    clone.change('apps/infra/cdk.json', withAlarmEmail, 'the settings of this account');
    const packages = join(workspace, relative(WORKSPACE, OS_BUNDLE));
    await mkdir(dirname(packages), { recursive: true });
    await writeFile(packages, 'packages of Debian');
    const account = rehearsedAccount(stage);
    const commands = rehearsedCommands(workspace, region, env);
    const left = await rehearse({ account, clone, commands, step, suffix });
    report(cloud, Date.now() - began, left);
  } finally {
    await cloud.close();
    await databases.stop();
  }
}

/** Settings by which CDK and the SDKs use the emulator; CDK reads its options from CDK_…. */
const environment = (url: string, region: string): NodeJS.ProcessEnv => ({
  ...process.env,
  STAGE: 'trial',
  AWS_ENDPOINT_URL: url,
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: ACCOUNT,
  AWS_SECRET_ACCESS_KEY: 'test',
  CDK_APP:
    'node --import ../../tools/workspace/typescript.mjs src/main.ts && node --import ../../tools/workspace/typescript.mjs ../../tools/deploy-rehearsal/src/clone/adapt-synthesis.ts',
  // The emulator keeps executed change sets, and loses the parameters of a stack that is updated
  // without them.
  CDK_METHOD: 'direct',
  CDK_PREVIOUS_PARAMETERS: 'false',
});

const withAlarmEmail = (text: string) =>
  text.replace('"context": {', '"context": {\n    "alarmEmail": "operator@shop.example",');

const step: Step = async (what, run) => {
  const began = Date.now();
  const result = await run();
  console.log(`${what}: as expected, ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return result;
};

void runCommand({
  call: 'npm run deploy:rehearse --',
  help: HELP,
  failure: 'The rehearsal failed',
  read: noOptions,
  run: rehearseOnEmulator,
});
