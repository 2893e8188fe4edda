import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadBucketCommand, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { messageOf, noOptions, runCommand } from '@clickstream/command-line';
import { osBundleKey } from '@clickstream/machine-setup';
import { deploySettings } from '../config';
import { parameterFolder } from '../parameters';
import { STAGES, type Stage } from '../stages/stages';
import { parameterStore, readParameter, writeParameter } from './parameter-store';
import { differingStacks, outputOf } from './rehearsal-output';
import { removeEmulatorGaps } from './emulator-gaps';
import { INFRA, runProgram, WORKSPACE } from './run-program';

const HELP = `Rehearses a deployment on an emulator of CloudFormation: bootstrap, all stacks twice, one changed Lambda, its rollback, destroy.

Usage: AWS_ENDPOINT_URL=http://localhost:5001 npm run deploy:rehearse

The address must be on this machine: an account is never used for a rehearsal. Bundles are built first, by npx nx build infra.
Exit codes: 0 as expected or skipped, 1 not as expected, 2 wrong usage
`;

const SHARED = ['Network', 'Data', 'Observability', 'Auth'];
const DEPLOYABLES = ['Ingest', 'Oltp', 'Shop', 'Warehouse', 'Etl'];
/** moto's account. LocalStack derives the account from the key, so the key has the same value. */
const ACCOUNT = '123456789012';
/** An image that moto has from its start. */
const EMULATED_IMAGE = 'ami-03cf127a';

/** @returns the exit code */
async function rehearseInFolder(): Promise<number> {
  const { endpoint } = deploySettings();
  if (!endpoint || !/^http:\/\/(localhost|127\.0\.0\.1):\d+\/?$/.test(endpoint)) {
    console.log(
      'skipped: the deployment was not rehearsed, because AWS_ENDPOINT_URL names no emulator on this machine.',
    );
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), 'clickstream-rehearsal-'));
  try {
    await rehearse(folder);
    console.log('The rehearsal went as expected.');
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rehearse(folder: string): Promise<void> {
  const stage = trialStage();
  const env = {
    ...process.env,
    STAGE: stage.name,
    AWS_REGION: stage.region,
    AWS_ACCESS_KEY_ID: ACCOUNT,
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  Object.assign(process.env, env);
  const cdk = (...args: string[]) =>
    outputOf(join(WORKSPACE, 'node_modules/.bin/cdk'), args, { cwd: INFRA, env });
  const stacks = (command: string, out: string, ids: string[], ...options: string[]) =>
    outputOf(
      process.execPath,
      ['--import', 'tsx', 'src/deploy/stacks.ts', command, ...ids, '--', ...options],
      { cwd: INFRA, env: { ...env, CDK_OUT: out } },
    );
  /** Deploys, after a diff that must name exactly the stacks that change. */
  const deploy = async (out: string, ids: string[], changing: string[]) => {
    expectStacks(differingStacks(await stacks('diff', out, ids, '--no-change-set')), changing);
    // The emulator keeps executed change sets, and loses the parameters of a stack that is updated
    // without them.
    await stacks('deploy', out, ids, '--method', 'direct', '--no-previous-parameters');
  };
  await refuseLeftovers(stage);
  await step('bundles', makeBundles);
  const bundles = join(folder, 'bundles');
  const synth = async (name: string) => {
    const out = join(folder, name);
    await cdk('synth', '--quiet', '--output', out, '-c', `bundles=${bundles}`);
    await removeEmulatorGaps(out);
    return out;
  };

  const apps = await readdir(join(INFRA, '..'));
  for (const app of apps.filter((name) => name.endsWith('-lambda')))
    await cp(join(INFRA, '..', app, 'dist'), join(bundles, app, 'dist'), { recursive: true });
  const first = await synth('first');
  await step('bootstrap', () => cdk('bootstrap', `aws://${ACCOUNT}/${stage.region}`));
  await step('deploy what is shared', () => deploy(first, SHARED, SHARED));
  await step('passwords, images, packages', () => prepare(stage, env));
  const all = [...SHARED, ...DEPLOYABLES];
  await step('deploy the rest', () => deploy(first, DEPLOYABLES, DEPLOYABLES));
  await step('deploy all again: no change', () => deploy(first, all, []));
  await appendFile(join(bundles, 'etl-lambda/dist/handler.cjs'), '\n// another version\n');
  const second = await synth('second');
  await step('deploy after a change of the ETL: one stack', () => deploy(second, all, ['Etl']));
  await step('roll the ETL back: one stack', () => deploy(first, all, ['Etl']));
  const left: string[] = [];
  await step('destroy', async () => {
    for (const id of [...all].reverse())
      await stacks('destroy', second, [id]).catch((error: unknown) => {
        // The emulator deletes a role before its policies, does not find it then, and keeps the
        // resources that follow. AWS does not.
        const gap = /Role \S+ not found|has dependencies and cannot be deleted/.exec(messageOf(error));
        if (!gap) throw error;
        left.push(id);
        console.log(`  ${id} is not destroyed, by a gap of the emulator: ${gap[0]}`);
      });
  });
  if (left.length > 0)
    console.log(
      `Destroyed: ${all.length - left.length} of ${all.length} stacks, as far as this emulator can.`,
    );
}

/** Builds the deployed files; Nx skips those that are up to date. */
async function makeBundles(): Promise<void> {
  const nx = join(WORKSPACE, 'node_modules/.bin/nx');
  if ((await runProgram(nx, ['build', 'infra'])) !== 0)
    throw new Error('The build failed. Run npx nx build infra for the details.');
}

/** Buckets outlive their stacks, as on AWS; a second rehearsal would then fail on them. */
async function refuseLeftovers({ region, suffix }: Stage): Promise<void> {
  const Bucket = `clickstream-s3-ingest${suffix}-${ACCOUNT}-${region}`;
  try {
    await new S3Client({ region, forcePathStyle: true }).send(new HeadBucketCommand({ Bucket }));
  } catch (error) {
    if (error instanceof NotFound) return;
    throw error;
  }
  throw new Error('the emulator still holds an earlier rehearsal. Restart it to clear its state.');
}

/**
 * Does the work of `nx prepare infra`, and adds an image and substitute packages, which an emulator
 * lacks.
 */
async function prepare(stage: Stage, env: NodeJS.ProcessEnv): Promise<void> {
  const store = parameterStore(stage.region);
  const folder = parameterFolder(stage);
  for (const database of ['warehouse', 'shop-database'])
    await writeParameter(store, {
      Name: `${folder}/${database}/image`,
      Type: 'String',
      Value: EMULATED_IMAGE,
      Overwrite: true,
    });
  const bucket = await readParameter(store, `${folder}/data/host-bucket`);
  await new S3Client({ region: stage.region, forcePathStyle: true }).send(
    new PutObjectCommand({ Bucket: bucket, Key: osBundleKey(), Body: 'packages' }),
  );
  await outputOf(process.execPath, ['--import', 'tsx', 'src/deploy/prepare.ts'], { cwd: INFRA, env });
}

function trialStage(): Stage {
  const found = STAGES.find(({ name }) => name === 'trial');
  if (!found) throw new Error('stages.ts has no stage "trial".');
  return found;
}

async function step(what: string, run: () => Promise<unknown>): Promise<void> {
  const began = Date.now();
  await run();
  console.log(`${what}: as expected, ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

function expectStacks(found: string[], expected: string[]): void {
  const [one, other] = [found, expected].map((ids) => [...ids].sort().join(', ') || 'none');
  if (one !== other) throw new Error(`stacks that changed: ${one}; expected: ${other}`);
}

void runCommand({
  call: 'npm run deploy:rehearse --',
  help: HELP,
  failure: 'The rehearsal failed',
  read: noOptions,
  run: rehearseInFolder,
});
