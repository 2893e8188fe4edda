import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from '@clickstream/command-line';
import { deploySettings } from '../config';
import { readJob, type JobOnStacks } from './job-on-stacks';
import { releaseFailedCreations, type Aws, type ProtectedStack } from './protection/failed-creations';
import { INFRA, runProgram, WORKSPACE } from './run-program';

const HELP = `Deploys, compares or destroys stacks from cdk.out, after synthesis.

Usage: node --import ../../tools/workspace/typescript.mjs src/deploy/stacks.ts deploy|diff|destroy STACK... [-- OPTIONS OF CDK]

A stack that is switched off is skipped. It uses AWS_ENDPOINT_URL when set; CDK_OUT names another folder than cdk.out.
Exit codes: 0 done or skipped, 1 failed, 2 wrong usage
`;

/** @returns the exit code */
async function runOnStacks({ command, wanted, options }: JobOnStacks): Promise<number> {
  const folder = resolve(WORKSPACE, deploySettings().synthesised);
  const present = stacksIn(folder);
  const stacks = wanted.filter((id) => present.has(id));
  for (const id of wanted.filter((one) => !present.has(one)))
    console.log(`${id} is switched off (see "Switches" in apps/infra/README.md): nothing to ${command}.`);
  if (stacks.length === 0) return 0;
  if (command === 'deploy') {
    const guarded = stacks.flatMap((id) => present.get(id) ?? []);
    for (const name of await releaseFailedCreations(guarded, aws))
      console.log(`The first creation of ${name} failed: it is deleted and created again.`);
  }
  const cdk = join(WORKSPACE, 'node_modules/.bin/cdk');
  return runProgram(cdk, [command, ...stacks, '--exclusively', '--app', folder, ...options], { cwd: INFRA });
}

const aws: Aws = async (args) => {
  const { stdout } = await promisify(execFile)('aws', [...args, '--output', 'json']);
  return stdout.trim() === '' ? {} : (JSON.parse(stdout) as unknown);
};

/** The stacks in a cloud assembly by their ids; null for those without protection. */
function stacksIn(folder: string): Map<string, ProtectedStack | null> {
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    artifacts: Record<
      string,
      {
        type: string;
        environment?: string;
        properties?: { stackName: string; terminationProtection?: boolean };
      }
    >;
  };
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  return new Map(
    stacks.map(([id, { environment = '', properties }]) => {
      // aws://account/region
      const region = environment.split('/').at(-1) ?? '';
      const stackName = properties?.stackName ?? '';
      return [id, properties?.terminationProtection ? { stackName, region } : null];
    }),
  );
}

void runCommand({ help: HELP, read: readJob, run: runOnStacks });
