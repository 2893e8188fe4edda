/** A stack of a synthesis, as far as its protection matters. */
export interface ProtectedStack {
  readonly stackName: string;
  readonly region: string;
}

/** Calls the AWS CLI with these arguments. @throws Error with the CLI's own words */
export type Aws = (args: readonly string[]) => Promise<unknown>;

/** States in which nothing of a stack was ever complete. */
const NEVER_COMPLETE = ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'];

/**
 * Takes the protection from stacks whose first creation failed. CDK deletes such a stack before it
 * creates it again, and AWS refuses to delete a protected one. A stack that was ever complete keeps
 * its protection.
 *
 * @returns the names of the stacks that can be deleted now
 */
export async function releaseFailedCreations(stacks: readonly ProtectedStack[], aws: Aws): Promise<string[]> {
  const released: string[] = [];
  for (const { stackName, region } of stacks) {
    if (!(await hasFailed(stackName, region, aws))) continue;
    const off = '--no-enable-termination-protection';
    await aws([
      ...['cloudformation', 'update-termination-protection', off],
      ...['--stack-name', stackName, '--region', region],
    ]);
    released.push(stackName);
  }
  return released;
}

async function hasFailed(stackName: string, region: string, aws: Aws): Promise<boolean> {
  try {
    const { Stacks } = (await aws([
      ...['cloudformation', 'describe-stacks', '--stack-name', stackName, '--region', region],
    ])) as { Stacks: readonly { StackStatus: string }[] };
    return NEVER_COMPLETE.includes(Stacks[0]?.StackStatus ?? '');
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) return false;
    throw error;
  }
}
