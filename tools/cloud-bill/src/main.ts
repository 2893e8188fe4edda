import { FLAG, readOptions, runCommand, TEXT, UsageError } from '@clickstream/command-line';
import { PROFILES, STAGES, templatesOf, type Profile } from '@clickstream/infra';
import { abuseOf } from './abuse';
import { totalOf, type Bill } from './bill';
import { SHOP, SHOPPERS, WAREHOUSE_BYTES_PER_EVENT } from './measured';
import { PRICES } from './prices';
import { aboveBudget, billsOf, PARTS, type ProfileBill, type Variant } from './profile-bills';
import { FIGURES } from './usage';

const HELP = `Prints what the platform costs in a month, from the templates and the prices of tools/cloud-bill/src/prices.ts.

Usage: npm run cost [-- --profile standard|small] [--growth] [--managed-warehouse rds|aurora] [--mail]

Both profiles without --profile. --growth adds the lake and Athena; --mail has SES send Cognito's mail to customers;
--managed-warehouse adds the warehouse on RDS or Aurora, for which no budget holds.
Exit codes: 0 within budget, 1 above, 2 wrong usage
`;

interface Chosen {
  /** Undefined for all. */
  readonly profile: string | undefined;
  readonly variant: Variant;
}

const BY_SES = { mailDomain: 'shop.example', mailFrom: 'accounts@shop.example' } as const;

function chosenBills(args: string[]): Chosen | 'help' {
  const { help, profile, growth, mail, ...rest } = readOptions(args, {
    profile: TEXT,
    'managed-warehouse': TEXT,
    growth: FLAG,
    mail: FLAG,
  });
  if (help) return 'help';
  if (profile !== undefined && !(profile in PROFILES))
    throw new UsageError(`--profile is "${profile}". Use one of: ${Object.keys(PROFILES).join(', ')}.`);
  const given = rest['managed-warehouse'];
  const managedWarehouse = (['rds', 'aurora'] as const).find((service) => service === given);
  if (given !== managedWarehouse)
    throw new UsageError(`--managed-warehouse is "${given}". Use one of: rds, aurora.`);
  const variant = {
    ...(growth ? { growth } : {}),
    ...(managedWarehouse ? { managedWarehouse } : {}),
    ...(mail ? BY_SES : {}),
  };
  return { profile, variant };
}

/** @returns the exit code */
function printBills({ profile, variant }: Chosen): number {
  const profiles = Object.values(PROFILES).filter(({ name }) => profile === undefined || name === profile);
  printFigures();
  const above = profiles.flatMap((one) => report(one, variant));
  printAbuse();
  for (const line of above) console.error(line);
  if (above.length === 0 && !variant.managedWarehouse) console.log('Every profile is within its budget.');
  return above.length === 0 ? 0 : 1;
}

/** Prints the bills of a profile. @returns a line for each that is above its budget */
function report(profile: Profile, variant: Variant): string[] {
  const bills = billsOf(profile, variant);
  const columns = (cells: readonly string[]) => cells.map((cell) => cell.padStart(10)).join('');
  const line = (title: string, cells: readonly string[]) => console.log(title.padEnd(52) + columns(cells));
  const dollars = (title: string, of: (bill: ProfileBill) => number | undefined) =>
    line(
      title,
      bills.map((bill) => of(bill)?.toFixed(2) ?? ''),
    );
  line(
    `${profile.name}: US dollars a month, prices of ${PRICES.asOf}`,
    bills.map(({ volume }) => `${volume} M`),
  );
  for (const part of PARTS) {
    dollars(` ${part}`, ({ bill }) => totalOf(bill, part));
    dollars(`  budget`, ({ budget }) => budget[part]);
    for (const title of titlesOf(bills, part)) dollars(`  ${title}`, ({ bill }) => bill[part][title]);
  }
  dollars(' total', ({ bill }) => totalOf(bill));
  dollars('  budget', ({ budget }) => budget.total);
  line(
    ' how customers sign in',
    bills.map(({ signIn }) => signIn),
  );
  dollars('  with Cognito their sign-in would be', (bill) => bill.cognitoForAll);
  console.log('');
  return variant.managedWarehouse ? [] : aboveBudget(profile, bills);
}

/** A larger machine has a separate line. */
function titlesOf(bills: readonly ProfileBill[], part: keyof Bill): string[] {
  return [...new Set(bills.flatMap(({ bill }) => Object.keys(bill[part])))];
}

/** Prints the figures of use, and where each comes from. */
function printFigures(): void {
  console.log('Figures of use. Measured:');
  for (const { date, command, machine } of [SHOPPERS, SHOP]) console.log(`  ${command}, ${date}, ${machine}`);
  for (const { value, meaning, origin } of Object.values(FIGURES))
    console.log(`  ${origin.padEnd(9)} ${String(Number(value.toPrecision(4))).padStart(8)}  ${meaning}`);
  console.log(
    `  measured  ${String(WAREHOUSE_BYTES_PER_EVENT).padStart(8)}  bytes of an event in the warehouse (docs/measured.md)\n`,
  );
}

/** Prints what somebody costs who sends all that the HTTP API of each stage accepts. */
function printAbuse(): void {
  console.log('Abuse: US dollars a month at the throttle');
  for (const stage of STAGES) {
    const { requestsPerSecond, stored, refused, largestBodies, worstMonth } = abuseOf(
      templatesOf(stage),
      stage,
    );
    console.log(
      `  ${stage.name}, ${requestsPerSecond} requests/s: ${stored.toFixed(0)} with events that are stored, ` +
        `${refused.toFixed(0)} with bodies that are refused; the largest bodies fill S3 for ${largestBodies.toFixed(0)} more; with an ETL that never rests ` +
        `${worstMonth.toFixed(0)} at worst`,
    );
  }
  console.log('');
}

void runCommand({ call: 'npm run cost --', help: HELP, read: chosenBills, run: printBills });
