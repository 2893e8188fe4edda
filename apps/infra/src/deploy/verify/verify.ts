import { messageOf } from '@clickstream/command-line';
import type { Stage } from '../../stages/stages';
import { printFindings, type Finding } from '../finding';
import { accountOf, type Account } from './account';
import { verifyCollection } from './collection';
import { verifyMachines } from './machines';
import { verifyStorefront } from './storefront-job';
import { verifyWatch } from './watch';

/**
 * Checks a deployment by what it does, since stacks can be complete without a warehouse.
 *
 * @param commit that should be deployed
 * @returns a finding for each thing that was checked
 */
export async function verify(account: Account, commit: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  // The ETL needs the warehouse, so the machines are first.
  const checks = [
    ['machines', () => verifyMachines(account)],
    ['collection', () => verifyCollection(account)],
    ['watch', () => verifyWatch(account)],
    ['storefront', () => verifyStorefront(account, commit)],
  ] as const;
  for (const [what, check] of checks) {
    try {
      findings.push(...(await check()));
    } catch (error) {
      findings.push({ what, problem: `it cannot be checked: ${messageOf(error)}` });
    }
  }
  return findings;
}

/** Verifies a stage and prints what was found. @returns true if all of it works */
export async function verifyStage(stage: Stage, commit: string): Promise<boolean> {
  const failing = printFindings(await verify(accountOf(stage), commit), 'fails');
  console.log(failing === 0 ? `${stage.name} works.` : `${stage.name} does not work: ${failing} to mend.`);
  return failing === 0;
}
