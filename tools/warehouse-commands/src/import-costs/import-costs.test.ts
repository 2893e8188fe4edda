import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { outcomeOf, startCommand } from '@clickstream/warehouse-load/testing';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import type { Client } from 'pg';
import { costsOptions } from './costs-options';
import { importCosts } from './import-costs';

let warehouse: TestWarehouse;
let client: Client;
const folder = mkdtempSync(join(tmpdir(), 'costs-'));

beforeAll(async () => {
  warehouse = await aWarehouse();
  client = await connectTo(warehouse.etlUrl);
});
beforeEach(() => warehouse.empty('ad_costs'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await client.end();
  await warehouse.close();
});

function put(text: string | Buffer): string {
  const file = join(folder, 'costs.csv');
  writeFileSync(file, text);
  return file;
}

/** The sentence about the result; or the error, with only the name of the file. */
async function importText(text: string | Buffer, ...options: string[]): Promise<string> {
  const read = costsOptions([put(text), ...options]);
  if (read === 'help') throw new Error('A file is named.');
  const said = await importCosts(client, read).catch((error: Error) => error.message);
  return said.replaceAll(`${folder}/`, '');
}

const costs = () =>
  warehouse.query(
    'shiny',
    `SELECT day::text, source, medium, campaign, channel, currency, cost, clicks, impressions
     FROM dash.campaign_costs ORDER BY day, campaign`,
  );

const GOOGLE = `Campaign report
"November 1, 2026 - November 2, 2026"
Day,Campaign,Currency code,Cost,Clicks,Impr.
2026-11-01,sale,VND,"1,200,000",300,"10,000"
2026-11-02,sale,VND,900000.50,--,9000
Total: Account,,VND,"2,100,000.50",300,"19,000"
`;

const META = `\ufeff"Reporting starts","Reporting ends","Campaign name","Amount spent (USD)","Link clicks",Impressions
2026-11-01,2026-11-01,"sale, again",19.90,12,340
2026-11-01,2026-11-01,"sale, again",0.10,,
`;

describe('npm run import-costs', () => {
  it('imports a report of Google Ads, without its title and totals', async () => {
    expect(await importText(GOOGLE)).toBe(
      'Imported costs of 2 campaign days, 2026-11-01 to 2026-11-02, in place of 0.',
    );
    const sale = {
      source: 'google',
      medium: 'cpc',
      campaign: 'sale',
      channel: 'paid_search',
      currency: 'VND',
    };
    expect(await costs()).toEqual([
      { ...sale, day: '2026-11-01', cost: '1200000', clicks: '300', impressions: '10000' },
      { ...sale, day: '2026-11-02', cost: '900000.50', clicks: null, impressions: '9000' },
    ]);
  });

  it('imports a campaign whose name begins with Total, and leaves out totals wherever they are', async () => {
    const byCampaign =
      'Campaign,Day,Currency code,Cost\nTotal fitness,2026-11-01,VND,7\nTotal: Account,,VND,7\n';
    await importText(byCampaign);
    expect((await costs()).map(({ campaign, cost }) => [campaign, cost])).toEqual([['Total fitness', '7']]);
  });

  it('imports the same from the file that Google Ads writes for Excel', async () => {
    // Tabs, and commas within numbers only.
    const forExcel = GOOGLE.replaceAll(/"([^"]*)"|,/g, (_match, quoted?: string) => quoted ?? '\t');
    await importText(Buffer.from(`\ufeff${forExcel}`, 'utf16le'));
    expect((await costs()).map(({ cost }) => cost)).toEqual(['1200000', '900000.50']);
  });

  it('imports an export of Meta Ads, adds up the lines of a day and campaign, and accepts other UTM values', async () => {
    await importText(META, '--source', 'FB', '--medium', 'paid');
    expect(await costs()).toEqual([
      {
        ...{
          day: '2026-11-01',
          source: 'fb',
          medium: 'paid',
          campaign: 'sale, again',
          channel: 'paid_social',
        },
        ...{ currency: 'USD', cost: '20.00', clicks: '12', impressions: '340' },
      },
    ]);
  });

  it('replaces the days of a file that is imported again, and no others', async () => {
    const plain = (...lines: string[]) => ['day,source,medium,campaign,currency,cost', ...lines].join('\n');
    await importText(plain('2026-11-01,zalo,cpc,a,VND,1', '2026-11-02,zalo,cpc,b,VND,2'));
    await importText(plain('2026-11-01,tiktok,cpc,a,VND,3'));
    expect(await importText(plain('2026-11-02,zalo,cpc,c,VND,4'))).toMatch(/in place of 1\.$/);
    expect((await costs()).map(({ source, campaign, cost }) => [source, campaign, cost])).toEqual([
      ['zalo', 'a', '1'],
      ['tiktok', 'a', '3'],
      ['zalo', 'c', '4'],
    ]);
  });

  it('changes nothing in a dry run', async () => {
    expect(await importText(GOOGLE, '--dry-run')).toBe(
      'Would import costs of 2 campaign days, 2026-11-01 to 2026-11-02, in place of 0.',
    );
    expect(await costs()).toEqual([]);
  });

  it.each([
    [GOOGLE.replace('"1,200,000"', 'free'), 'line 4: the cost "free" is not an amount.'],
    [GOOGLE.replace('2026-11-02', '02/11/2026'), 'line 5: "02/11/2026" is not a day such as 2026-11-01.'],
    [GOOGLE.replace('2026-11-02', '2026-02-30'), 'line 5: "2026-02-30" is not a day such as 2026-11-01.'],
    [
      META.replace('2026-11-01,2026-11-01', '2026-11-01,2026-11-07'),
      'line 2: the line covers 2026-11-01 to 2026-11-07, not one day: export it with the breakdown by day.',
    ],
    [
      META.replace(' (USD)', ''),
      'line 2: the file names no currency: add --currency, such as --currency VND.',
    ],
  ])('refuses a file with a faulty line, and says which: %#', async (text, message) => {
    expect(await importText(text)).toBe(`costs.csv, ${message} Nothing of the file was imported.`);
    expect(await costs()).toEqual([]);
  });

  it('refuses any other file', async () => {
    expect(await importText('a,b\n1,2\n')).toMatch(
      /^costs\.csv is not an export of Google Ads or Meta Ads .* Its headings are: a, b\.$/,
    );
    expect(await importText('')).toMatch(/Its headings are: none\.$/);
    const missing = importCosts(client, { files: ['no.csv'], isDryRun: false });
    await expect(missing).rejects.toThrow('no.csv cannot be read (ENOENT): check its path.');
  });

  it('prints what it did, or what to do next', async () => {
    const run = (...args: string[]) =>
      outcomeOf(
        startCommand('tools/warehouse-commands/src/import-costs.ts', { DW_ETL_URL: warehouse.etlUrl }, args),
      );
    expect(await run(put(GOOGLE))).toMatchObject({
      code: 0,
      output: 'Imported costs of 2 campaign days, 2026-11-01 to 2026-11-02, in place of 0.\n',
    });
    const { code, errors } = await run();
    expect([code, errors]).toEqual([2, expect.stringContaining('Name the file to import.')]);
  });
});
