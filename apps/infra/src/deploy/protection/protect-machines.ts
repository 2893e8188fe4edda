import type { Finding } from '../finding';
import type { Account } from '../verify/account';

const MACHINES = ['warehouse/instance', 'shop-database/instance'] as const;

/**
 * Protects both machines against being terminated. Templates do not: CloudFormation could not undo
 * a creation that failed after the machine exists.
 *
 * @returns a finding for each machine
 */
export async function protectMachines(account: Account): Promise<Finding[]> {
  return Promise.all(
    MACHINES.map(async (name) => {
      const what = `protection of ${name.split('/')[0]}'s machine`;
      const instance = await account.published(name);
      if (!instance) return { what, problem: `/${name} is not published. Deploy its stack.` };
      await account.aws(
        ...['ec2', 'modify-instance-attribute', '--instance-id', instance, '--disable-api-termination'],
      );
      return { what };
    }),
  );
}
