import { readOptions, runCommand, TEXT, UsageError, wholeNumber } from '@clickstream/command-line';
import { measureShoppers } from './measure-shoppers';
import { recordMeasurement } from './measured-file';
import { measureShop } from './shop/measure-shop';

const HELP = `Measures what a shop's visitors cause, for the bill. Writes tools/cloud-bill/src/measured.json, which
npm run cost reads.

Usage: npm run cost:measure [-- shoppers|shop] [options]

  shoppers     simulated shoppers through the real tracker and the bundle of the ingest Lambda, in virtual time
  shop         pages of simulated visits in Chromium, of the built storefront with the shop's Lambda

Options:
  --days <n>   days of shoppers (default 4)
  --wait <ms>  another wait than the tracker's; then the figures are printed only
  --help       this text
`;

/** Visits of people on an average day, and the end of the simulated time: the same in each run. */
const SHOPPERS = { seed: 7, sessionsPerDay: 300, until: new Date('2026-11-30T00:00:00Z') };

const PARTS = ['shoppers', 'shop'] as const;
type Part = (typeof PARTS)[number];

interface Command {
  readonly parts: readonly Part[];
  readonly days: number;
  readonly wait: number | undefined;
}

function readCommand(args: string[]): Command | 'help' {
  const [first] = args;
  const part = first?.startsWith('-') ? undefined : first;
  if (part !== undefined && !PARTS.includes(part as Part))
    throw new UsageError(`"${part}" cannot be measured. Use one of: ${PARTS.join(', ')}.`);
  const { help, days, wait } = readOptions(part === undefined ? args : args.slice(1), {
    days: TEXT,
    wait: TEXT,
  });
  if (help) return 'help';
  return {
    parts: part === undefined ? PARTS : [part as Part],
    days: wholeNumber('--days', days, { otherwise: 4, least: 1 }),
    wait: wait === undefined ? undefined : wholeNumber('--wait', wait, { otherwise: 0, least: 1 }),
  };
}

void runCommand({
  call: 'npm run cost:measure --',
  help: HELP,
  failure: 'The measurement stopped',
  read: readCommand,
  async run({ parts, days, wait }) {
    const measure = {
      shoppers: () => measureShoppers({ ...SHOPPERS, days }, wait),
      shop: () => measureShop({ ...SHOPPERS, days: 30 }),
    };
    for (const part of parts) {
      const figures = await measure[part]();
      console.log(figures);
      if (wait === undefined) recordMeasurement(part, `npm run cost:measure -- ${part}`, figures);
    }
    if (wait === undefined)
      console.log('The figures are in tools/cloud-bill/src/measured.json. npm run cost uses them.');
    return 0;
  },
});
