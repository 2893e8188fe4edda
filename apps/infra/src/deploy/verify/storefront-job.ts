import type { Finding } from '../finding';
import type { Account } from './account';

/** Questions, 15 seconds apart: a build takes up to half an hour. */
const QUESTIONS = 160;
const AT_WORK: ReadonlySet<string> = new Set(['CREATED', 'PENDING', 'PROVISIONING', 'RUNNING']);

/**
 * Checks that Amplify has built this commit, and that the pages which it keeps have their policy.
 *
 * @returns nothing when the storefront is not on Amplify
 */
export async function verifyStorefront(account: Account, commit: string): Promise<Finding[]> {
  const app = await account.published('storefront/app');
  const branch = await account.published('storefront/branch');
  if (!app || !branch) return [];
  const what = 'build of the storefront';
  for (let question = 1; ; question++) {
    const { jobSummaries } = (await account.aws(
      ...['amplify', 'list-jobs', '--app-id', app, '--branch-name', branch, '--max-results', '10'],
    )) as { jobSummaries: readonly { jobId: string; commitId: string; status: string }[] };
    const job = jobSummaries.find(({ commitId }) => commitId === commit);
    if (job?.status === 'SUCCEED') return [{ what }, await verifyPolicy(account, app, branch)];
    if (!job || !AT_WORK.has(job.status) || question === QUESTIONS)
      return [
        {
          what,
          problem: job
            ? `job ${job.jobId} is ${job.status}. Read it in the console of Amplify`
            : `Amplify has no job for ${commit}: is it pushed to ${branch}?`,
        },
      ];
    await account.wait();
  }
}

/**
 * Checks the policy of the home page. It comes from the cache of pages (ADR 0065), which nobody has
 * seen on Amplify yet: without it, scripts of others would run.
 */
async function verifyPolicy(account: Account, app: string, branch: string): Promise<Finding> {
  const what = 'policy on scripts of the home page';
  const url = `https://${branch.replaceAll('/', '-')}.${app}.amplifyapp.com/`;
  const { status, policy } = await account.open(url);
  if (status !== 200) return { what, problem: `${url} answered ${status}. Read the log of Amplify.` };
  if (policy && /script-src[^;]*'(?:sha256|nonce)-/.test(policy)) return { what };
  return {
    what,
    problem: `${url} has ${policy ? `"${policy}"` : 'none'}. Deploy the commit before, and see docs/adr/0065-pages-from-a-cache.md`,
  };
}
