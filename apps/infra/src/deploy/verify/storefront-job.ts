import type { Finding } from '../finding';
import type { Account } from './account';

/** Questions, 15 seconds apart: a build takes up to half an hour. */
const QUESTIONS = 160;
const AT_WORK: ReadonlySet<string> = new Set(['CREATED', 'PENDING', 'PROVISIONING', 'RUNNING']);

/**
 * Checks that Amplify has built this commit.
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
    if (job?.status === 'SUCCEED') return [{ what }];
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
