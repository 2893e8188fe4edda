import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Finding } from './finding';
import { INFRA } from './run-program';

interface Context {
  readonly deployRepository?: string;
  readonly existingGithubProvider?: boolean;
}

const PROVIDER = 'oidc-provider/token.actions.githubusercontent.com';

/**
 * Checks that the account does not have GitHub's identity provider before the first stage creates
 * it: an account can have only one.
 *
 * @param isDeployed true when a deployment of this stage has created it
 * @param list lists the providers of the account, as the AWS CLI prints them
 */
export async function githubProvider(
  isDeployed: boolean,
  { deployRepository, existingGithubProvider }: Context = contextOfCdk(),
  list: () => Promise<string> = listProviders,
): Promise<Finding[]> {
  if (!deployRepository || existingGithubProvider || isDeployed) return [];
  const what = "identity provider of GitHub's actions";
  try {
    if (!(await list()).includes(PROVIDER)) return [{ what }];
    return [
      {
        what,
        problem:
          'the account has one: put "existingGithubProvider": true into context of apps/infra/cdk.json',
      },
    ];
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    return [{ what, problem: `the providers of the account cannot be listed (${reason})` }];
  }
}

function contextOfCdk(): Context {
  const { context } = JSON.parse(readFileSync(join(INFRA, 'cdk.json'), 'utf8')) as { context: Context };
  return context;
}

async function listProviders(): Promise<string> {
  const { stdout } = await promisify(execFile)('aws', ['iam', 'list-open-id-connect-providers']);
  return stdout;
}
