import { existsSync } from 'node:fs';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { messageOf, noOptions, runCommand } from '@clickstream/command-line';
import { OS_BUNDLE } from '@clickstream/machine-setup';
import { stageFrom } from '../config';
import { DEBIAN_IMAGE, parameterFolder, PASSWORDS } from '../parameters';
import type { Stage } from '../stages/stages';
import { printFindings, type Finding } from './finding';
import { githubProvider } from './github-provider';
import { parameterStore, readParameter } from './parameter-store';
import { storedPackages } from './stored-packages';

const HELP = `Checks the needs of a deployment before it starts, and lists what is missing.

Usage: npm run deploy:check

Exit codes: 0 nothing is missing, 1 something is missing, 2 wrong usage
`;

/**
 * Lambda in the network, the ETL and a burst of visitors do not fit into the quota of 10 that some
 * new accounts have.
 */
const CONCURRENCY = 100;

/** @returns the exit code */
async function check(): Promise<number> {
  const stage = stageFrom(process.env);
  const store = parameterStore(stage.region);
  const findings = [addresses(stage), ...(await account(stage, store))];
  const missing = printFindings(findings, 'missing');
  console.log(
    missing === 0
      ? `${stage.name} can be deployed.`
      : `${missing} to do before ${stage.name} can be deployed.`,
  );
  return missing === 0 ? 0 : 1;
}

function addresses({ name, corsOrigins }: Stage): Finding {
  const what = 'addresses of the shop';
  return corsOrigins.some((origin) => origin.endsWith('shop.example'))
    ? {
        what,
        problem: `put the shop's own into corsOrigins of ${name} in src/stages/stages.ts, or into CORS_ORIGINS`,
      }
    : { what };
}

async function account(stage: Stage, store: SSMClient): Promise<Finding[]> {
  let bootstrap: string | undefined;
  try {
    bootstrap = await readParameter(store, '/cdk-bootstrap/hnb659fds/version');
  } catch (error) {
    return [
      {
        what: 'credentials',
        problem: `AWS does not let us in (${firstLineOf(error)}). Sign in, for example with aws sso login`,
      },
    ];
  }
  return [
    { what: 'credentials' },
    bootstrap
      ? { what: 'CDK bootstrap' }
      : { what: 'CDK bootstrap', problem: `run npx cdk bootstrap aws://<account>/${stage.region}` },
    await quota(stage),
    ...(await githubProvider(await wasDeployed(stage, store))),
    await image(stage, store),
    await packages(stage, store),
  ];
}

/** True when this stage has been deployed by npm run deploy. */
async function wasDeployed(stage: Stage, store: SSMClient): Promise<boolean> {
  return (await readParameter(store, `${parameterFolder(stage)}/deployed-commit`)) !== undefined;
}

async function quota({ region }: Stage): Promise<Finding> {
  const what = 'quota of concurrent Lambda executions';
  try {
    const { AccountLimit } = await new LambdaClient({ region }).send(new GetAccountSettingsCommand({}));
    const limit = AccountLimit?.ConcurrentExecutions ?? 0;
    return limit >= CONCURRENCY
      ? { what }
      : {
          what,
          problem: `it is ${limit}; ask for ${CONCURRENCY} or more in Service Quotas, which takes a day`,
        };
  } catch (error) {
    return { what, problem: `it cannot be read (${firstLineOf(error)})` };
  }
}

/** The SDK adds lines for developers of the SDK. */
function firstLineOf(error: unknown): string {
  return messageOf(error).split('\n', 1).join('');
}

/** The deployment pins each machine's image: Debian's newest at the first deployment. */
async function image(stage: Stage, store: SSMClient): Promise<Finding> {
  const what = 'image of Debian 13';
  const pinned = Object.keys(PASSWORDS).map((database) => `${parameterFolder(stage)}/${database}/image`);
  const known = await Promise.all([...pinned, DEBIAN_IMAGE].map((name) => readParameter(store, name)));
  return known.pop() !== undefined || known.every((one) => one !== undefined)
    ? { what }
    : {
        what,
        problem: `parameter ${DEBIAN_IMAGE} does not exist here; put the id of an image into ${pinned.join(' and ')}`,
      };
}

/** Packages need a machine with apt, unless the account already has those of the lock file. */
async function packages(stage: Stage, store: SSMClient): Promise<Finding> {
  const what = 'Debian packages for the warehouse';
  if (existsSync(OS_BUNDLE)) return { what };
  return (await storedPackages(stage, store))?.areThere
    ? { what }
    : { what, problem: 'run npx nx os-bundle infra on Debian or Ubuntu' };
}

void runCommand({ call: 'npm run deploy:check --', help: HELP, read: noOptions, run: check });
