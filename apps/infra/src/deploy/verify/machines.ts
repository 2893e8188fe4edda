import type { Finding } from '../finding';
import type { Account } from './account';

/** Machines with the associations that install their software. */
const MACHINES = [
  { what: 'software of the warehouse', association: 'SBW_InstallWarehouse' },
  { what: "software of the shop's database", association: 'SBW_InstallWebDB' },
] as const;

/** Questions, 15 seconds apart: an installation may take half an hour. */
const QUESTIONS = 160;

interface Associations {
  readonly Associations: readonly { readonly AssociationId: string }[];
}

interface Description {
  readonly AssociationDescription: {
    readonly LastUpdateAssociationDate?: string | number;
    readonly LastExecutionDate?: string | number;
    readonly Overview?: {
      readonly Status?: string;
      readonly AssociationStatusAggregatedCount?: Readonly<Record<string, number>>;
    };
  };
}

/**
 * Checks that State Manager has installed this version on each machine. CloudFormation is content
 * with an association that found no machine; a warehouse is not.
 */
export async function verifyMachines(account: Account): Promise<Finding[]> {
  return Promise.all(
    MACHINES.map(async ({ what, association }) => ({
      what,
      ...(await problemOf(account, association + account.suffix)),
    })),
  );
}

async function problemOf(account: Account, name: string): Promise<Pick<Finding, 'problem'>> {
  const filter = `key=AssociationName,value=${name}`;
  const { Associations } = (await account.aws(
    ...['ssm', 'list-associations', '--association-filter-list', filter],
  )) as Associations;
  const [found] = Associations;
  if (!found) return { problem: `State Manager has no association ${name}. Deploy its stack.` };
  for (let question = 1; ; question++) {
    const state = await stateOf(account, found.AssociationId);
    if (state.kind === 'installed') return {};
    if (state.kind === 'failed' || question === QUESTIONS)
      return {
        problem:
          `${name} ${state.kind === 'failed' ? 'failed' : 'has reached no machine'} (${state.counts}). ` +
          'Read its output under logs/ of the bucket clickstream-hosts-…, then ' +
          `aws ssm start-associations-once --association-ids ${found.AssociationId}`,
      };
    await account.wait();
  }
}

async function stateOf(account: Account, id: string) {
  const { AssociationDescription } = (await account.aws(
    ...['ssm', 'describe-association', '--association-id', id],
  )) as Description;
  const { LastUpdateAssociationDate, LastExecutionDate, Overview } = AssociationDescription;
  const counts = Overview?.AssociationStatusAggregatedCount ?? {};
  const isOfThisVersion =
    LastExecutionDate !== undefined && timeOf(LastExecutionDate) >= timeOf(LastUpdateAssociationDate ?? 0);
  const shown =
    Object.entries(counts)
      .map(([status, machines]) => `${status} ${machines}`)
      .join(', ') || 'no run';
  if (!isOfThisVersion) return { kind: 'waiting', counts: shown } as const;
  if ((counts['Failed'] ?? 0) > 0) return { kind: 'failed', counts: shown } as const;
  return { kind: (counts['Success'] ?? 0) > 0 ? 'installed' : 'waiting', counts: shown } as const;
}

/** Milliseconds; the CLI writes times as text or as seconds, by its settings. */
function timeOf(time: string | number): number {
  return typeof time === 'number' ? time * 1000 : Date.parse(time);
}
