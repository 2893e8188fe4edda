import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatOf, importFile, newReceipt, openRows, type Receipt } from '@clickstream/import';
import type { Command } from './command-line';
import { KNOWN_OF_THE_DAY } from './merchandise-store/known';
import { sessionsOf } from './merchandise-store/hits';
import { merchandiseStoreNumbers, type KnownNumbers } from './merchandise-store/numbers';
import { checkNumbers, type CheckedNumber, type NumberCheck } from './number-check';
import { booksOf, type ShopBooks } from './online-retail/books';
import { countLines } from './online-retail/count-lines';
import { KNOWN_OF_ONLINE_RETAIL, onlineRetailNumbers, type KnownCounts } from './online-retail/numbers';
import { startPlatform, type Platform } from './platform';

/** One file with the numbers that it must give. */
interface DataSet {
  readonly title: string;
  readonly file: string;
  readonly format: 'ga360' | 'csv';
  count(): Promise<NumberCheck[]>;
  /** The same orders as the books of the shop, with which the warehouse compares them. */
  books?(): Promise<ShopBooks>;
}

/** The numbers of one file. */
export interface DataSetResult {
  readonly title: string;
  readonly numbers: readonly CheckedNumber[];
}

/** Imports each file into a separate platform, and compares. */
export async function runConformance(
  { folder, isMade }: Command,
  onProgress: (step: string) => void,
): Promise<DataSetResult[]> {
  const results: DataSetResult[] = [];
  for (const set of await dataSets(folder, isMade)) {
    onProgress(`${set.title}: counting`);
    const numbers = await set.count();
    const platform = await startPlatform();
    try {
      results.push({ title: set.title, numbers: await sendAndCheck(set, numbers, platform, onProgress) });
    } finally {
      await platform.close();
    }
  }
  return results;
}

/** Known numbers of the files that were made for the project, noted by their author. */
interface KnownOfMade {
  readonly sessions: KnownNumbers;
  readonly books: KnownCounts;
}

async function dataSets(folder: string, isMade: boolean): Promise<DataSet[]> {
  const known = isMade
    ? (JSON.parse(await readFile(join(folder, 'known.json'), 'utf8')) as KnownOfMade)
    : { sessions: KNOWN_OF_THE_DAY, books: KNOWN_OF_ONLINE_RETAIL };
  const shop = join(folder, isMade ? 'sessions.jsonl' : 'ga360-2017-08-01.parquet');
  const books = join(folder, isMade ? 'order-lines.csv' : 'online-retail.rda');
  return [
    {
      title: isMade ? 'Sessions made for the project' : 'Google Merchandise Store, 1 August 2017',
      file: shop,
      format: 'ga360',
      count: async () => merchandiseStoreNumbers(await sessionsOf(shop), known.sessions),
    },
    {
      title: isMade ? 'Order lines made for the project' : 'Online Retail, 2010-12 to 2011-12',
      file: books,
      format: 'csv',
      count: async () => onlineRetailNumbers(await countLines(books), known.books),
      books: () => booksOf(books),
    },
  ];
}

async function sendAndCheck(
  set: DataSet,
  numbers: readonly NumberCheck[],
  platform: Platform,
  onProgress: (step: string) => void,
): Promise<CheckedNumber[]> {
  const receipt = await send(set, platform.api, onProgress);
  onProgress(`${set.title}: loading`);
  const loaded = await platform.load();
  const again = await send(set, platform.api, onProgress);
  const books = await set.books?.();
  for (const { key, content } of books?.files ?? []) await platform.put(key, content);
  onProgress(`${set.title}: loading again`);
  const reloaded = await platform.load();
  onProgress(`${set.title}: asking`);
  return [
    ...arrivals(receipt, loaded.loaded, 'sent once'),
    same('events that ingest rejected', '0', String(receipt.rejected + again.rejected)),
    same('events that the ETL set aside', '0', String(loaded.quarantined + reloaded.quarantined)),
    same('rows that a second import adds', '0', String(reloaded.loaded)),
    ...(await checkNumbers([...numbers, ...(books?.numbers ?? [])], platform.query)),
  ];
}

async function send(set: DataSet, api: string, onProgress: (step: string) => void): Promise<Receipt> {
  const receipt = newReceipt(set.file, set.format, api);
  const options = { columns: {}, currency: 'GBP', dateOrder: undefined };
  await importFile(
    {
      source: await openRows(set.file),
      format: formatOf(set.format, options),
      api,
      concurrency: 4,
      onProgress: (_part, events) => onProgress(`${set.title}: ${events.toLocaleString('en')} events sent`),
    },
    receipt,
  );
  return receipt;
}

function arrivals({ events, accepted }: Receipt, loaded: number, name: string): CheckedNumber[] {
  return [
    same(`events accepted, ${name}`, String(events), String(accepted)),
    same(`events loaded, ${name}`, String(events), String(loaded)),
  ];
}

function same(name: string, counted: string, got: string): CheckedNumber {
  return { name, counted, known: null, sql: '', got, holds: counted === got };
}
