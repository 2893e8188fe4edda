import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { recordMeasurement } from '@clickstream/bench/measured-file';
import { formatReport } from '@clickstream/bench/report';
import { readOptions, runCommand, UsageError } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { aShopAlone } from '../testing/a-shop-alone';
import { installLighthouse, judge } from './judge';
import { aShopperWith, type Shopper } from './shopper';
import { faultsOf, judgedTable, kindsOf, type JudgedPage } from './table';
import { startYardstick } from './yardstick';

const MEASURED = join(import.meta.dirname, '../../../../docs/measured.md');
const TITLE = 'lighthouse: pages of the shop, as a slow phone that has never been there';

/** Products of the cart that is judged. */
const IN_CART = ['kestrel-x14', 'clavio-k75'];

const HELP = `Judges pages of the shop by Lighthouse, as a slow phone: production build, empty browser; the cart also with two
products in it.

Usage: npm run lighthouse -- [--runs <n>] [--yardstick] [--record] [--note <text>]

Options:
  --runs <n>      runs of each page (3); the table shows their median
  --yardstick     judges, beside them, the smallest app that create-next-app makes: Next alone, without a shop
  --record        writes the table into docs/measured.md as well
  --note <text>   a sentence about the machine, for the table
  --help          this text

Starts the built shop on free ports. Installs one release of Lighthouse into .local/lighthouse, once. Scores of performance
are those of the machine: leave it alone meanwhile.

Exit codes: 0 the table is there, 1 a page could not be judged, 2 wrong usage
`;

interface Options {
  readonly runs: number;
  readonly hasYardstick: boolean;
  readonly isRecorded: boolean;
  readonly note: string | undefined;
}

function lighthouseOptions(args: string[]): Options | 'help' {
  const { help, runs, record, note, yardstick } = readOptions(args, {
    runs: { type: 'string' },
    note: { type: 'string' },
    yardstick: { type: 'boolean' },
    record: { type: 'boolean' },
  });
  if (help) return 'help';
  const count = Number(runs ?? 3);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`--runs ${runs}: enter a number from 1 on.`);
  return { runs: count, isRecorded: record === true, note, hasYardstick: yardstick === true };
}

interface AskedPage {
  readonly name: string;
  readonly url: string;
  readonly by?: Shopper;
}

function pagesOf(shopUrl: string, shopper: Shopper): AskedPage[] {
  return [
    { name: 'home', url: `${shopUrl}/` },
    { name: 'category', url: `${shopUrl}/category/laptops` },
    { name: 'product', url: `${shopUrl}/product/kestrel-x14` },
    { name: 'empty cart', url: `${shopUrl}/cart` },
    { name: 'cart with 2 products', url: `${shopUrl}/cart`, by: shopper },
  ];
}

/** @param onRun called after each run */
async function judgePage({ name, url, by }: AskedPage, runs: number, onRun: () => void): Promise<JudgedPage> {
  // The first visitor of all waits for the page to be made.
  const answer = await fetch(url, { headers: { cookie: by?.cookie ?? '' } });
  const html = gzipSync(await answer.text()).length;
  const judged = [];
  for (let run = 0; run < runs; run++) {
    judged.push(await judge(url, by?.profile));
    onRun();
  }
  return { name, html, runs: judged };
}

/** @returns the exit code */
async function lighthouse({ runs, isRecorded, hasYardstick, note }: Options): Promise<number> {
  await installLighthouse();
  const yardstick = hasYardstick ? await startYardstick() : undefined;
  const shop = await aShopAlone('ask');
  let shopper: Shopper | undefined;
  const bar = progressBar('{bar} {percentage} % | {duration_formatted}');
  try {
    shopper = await aShopperWith(shop.url, IN_CART);
    const asked = pagesOf(shop.url, shopper);
    if (yardstick) asked.push({ name: 'Next alone', url: yardstick.url });
    bar.start(asked.length * runs, 0);
    const pages: JudgedPage[] = [];
    for (const page of asked) pages.push(await judgePage(page, runs, () => bar.increment()));
    bar.stop();
    const remarks = [...kindsOf(pages), ...faultsOf(pages), ...(note ? [note] : [])];
    const report = { table: judgedTable(pages), remarks };
    console.log(formatReport(report, 'terminal'));
    if (isRecorded) record(report, runs, hasYardstick);
    return 0;
  } finally {
    bar.stop();
    shopper?.remove();
    await shop.stop();
    await yardstick?.stop();
  }
}

function record(
  report: Parameters<typeof recordMeasurement>[1]['report'],
  runs: number,
  hasYardstick: boolean,
): void {
  const [cpu] = cpus();
  const machine = `Node ${process.version}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'})`;
  const circumstances = `${new Date().toISOString().slice(0, 10)}, median of ${runs} runs, ${machine}`;
  const command = hasYardstick ? 'npm run lighthouse -- --yardstick' : 'npm run lighthouse';
  recordMeasurement(MEASURED, { title: TITLE, command, circumstances, report });
  console.log('The table is in docs/measured.md.');
}

void runCommand({
  call: 'npm run lighthouse --',
  help: HELP,
  failure: 'The pages could not be judged',
  read: lighthouseOptions,
  run: lighthouse,
});
