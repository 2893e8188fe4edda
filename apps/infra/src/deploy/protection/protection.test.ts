import { releaseFailedCreations, type Aws } from './failed-creations';
import { protectMachines } from './protect-machines';

const region = 'ap-southeast-1';
const stacks = ['failed', 'rolled-back', 'running', 'new'].map((stackName) => ({ stackName, region }));
const STATES: Readonly<Record<string, string>> = {
  failed: 'ROLLBACK_COMPLETE',
  'rolled-back': 'UPDATE_ROLLBACK_COMPLETE',
  running: 'CREATE_COMPLETE',
};

/** Answers as AWS does, and refuses what should not be asked. */
function cloudFormation(): { aws: Aws; changed: string[] } {
  const changed: string[] = [];
  const aws: Aws = async (args) => {
    const name = args[args.indexOf('--stack-name') + 1] ?? '';
    if (args[1] === 'update-termination-protection') return changed.push(`${name} ${args[2]}`);
    const StackStatus = STATES[name];
    if (!StackStatus) throw new Error(`Stack with id ${name} does not exist`);
    return { Stacks: [{ StackStatus }] };
  };
  return { aws, changed };
}

it('releases a stack whose first creation failed, and none that was ever complete', async () => {
  const { aws, changed } = cloudFormation();
  expect(await releaseFailedCreations(stacks, aws)).toEqual(['failed']);
  expect(changed).toEqual(['failed --no-enable-termination-protection']);
});

it('stops when the state of a stack cannot be read', async () => {
  const denied: Aws = () => Promise.reject(new Error('AccessDenied'));
  await expect(releaseFailedCreations(stacks, denied)).rejects.toThrow('AccessDenied');
});

it('protects the machines of a deployment that works', async () => {
  const calls: string[] = [];
  const account = {
    suffix: '',
    published: async (name: string) => (name === 'warehouse/instance' ? 'i-1' : undefined),
    aws: async (...args: string[]) => calls.push(args.join(' ')),
    post: async () => 202,
    open: async () => ({ status: 200, policy: null }),
    wait: async () => undefined,
  };
  expect(await protectMachines(account)).toEqual([
    { what: "protection of warehouse's machine" },
    {
      what: "protection of shop-database's machine",
      problem: '/shop-database/instance is not published. Deploy its stack.',
    },
  ]);
  expect(calls).toEqual(['ec2 modify-instance-attribute --instance-id i-1 --disable-api-termination']);
});
