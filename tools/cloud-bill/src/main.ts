import { readOptions, runCommand, TEXT, UsageError } from '@clickstream/command-line';
import { PROFILES, type Profile } from '@clickstream/infra';
import { PRICES } from './prices';
import { aboveBudget, billsOf, type ProfileBill } from './profile-bills';

const HELP = `Prints what the platform costs in a month, from the templates and the prices of tools/cloud-bill/src/prices.ts.

Usage: npm run cost [-- --profile standard|small]

Both profiles without --profile. Exit codes: 0 within budget, 1 above, 2 wrong usage
`;

/** @returns the name of a profile, undefined for all */
function chosenProfile(args: string[]): { readonly profile: string | undefined } | 'help' {
  const { help, profile } = readOptions(args, { profile: TEXT });
  if (help) return 'help';
  if (profile !== undefined && !(profile in PROFILES))
    throw new UsageError(`--profile is "${profile}". Use one of: ${Object.keys(PROFILES).join(', ')}.`);
  return { profile };
}

/** @returns the exit code */
function printBills({ profile }: { readonly profile: string | undefined }): number {
  const profiles = Object.values(PROFILES).filter(({ name }) => profile === undefined || name === profile);
  const above = profiles.flatMap(report);
  for (const line of above) console.error(line);
  if (above.length === 0) console.log('Every profile is within its budget.');
  return above.length === 0 ? 0 : 1;
}

/** Prints the bills of a profile. @returns a line for each that is above its budget */
function report(profile: Profile): string[] {
  const bills = billsOf(profile);
  const columns = (cells: readonly string[]) => cells.map((cell) => cell.padStart(10)).join('');
  const line = (title: string, cells: readonly string[]) => console.log(title.padEnd(52) + columns(cells));
  line(
    `${profile.name}: US dollars a month, prices of ${PRICES.asOf}`,
    bills.map(({ volume }) => `${volume} M`),
  );
  for (const title of titlesOf(bills))
    line(
      `  ${title}`,
      bills.map(({ bill }) => (bill[title] === undefined ? '' : bill[title].toFixed(2))),
    );
  line(
    '  total',
    bills.map(({ total }) => total.toFixed(2)),
  );
  line(
    '  budget',
    bills.map(({ budget }) => budget.toFixed(2)),
  );
  console.log('');
  return aboveBudget(profile, bills);
}

/** A larger machine has a separate line. */
function titlesOf(bills: readonly ProfileBill[]): string[] {
  return [...new Set(bills.flatMap(({ bill }) => Object.keys(bill)))];
}

void runCommand({ call: 'npm run cost --', help: HELP, read: chosenProfile, run: printBills });
