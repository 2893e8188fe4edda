import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { openRows } from './read-rows';
import type { RowOrFault } from './row-source';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(name: string, content?: string | Buffer): Promise<RowOrFault[]> {
  const file = resolve(folder, name);
  if (content !== undefined) writeFileSync(file, content);
  const source = await openRows(file);
  const rows: RowOrFault[] = [];
  for await (const row of source.rows) rows.push(row);
  expect(source.progress()).toBe(1);
  return rows;
}

const LINES = '{"a":1}\n\nnot json\n[1]\n{"a":2}';
const OF_LINES = [
  { row: { a: 1 } },
  { fault: 'the line is not JSON' },
  { fault: 'the line is not a JSON object' },
  { row: { a: 2 } },
];

describe('openRows', () => {
  it('reads JSON lines, and names those that are not JSON', async () => {
    expect(await rowsOf('rows.json', LINES)).toEqual(OF_LINES);
  });

  it('unzips files that end in .gz', async () => {
    expect(await rowsOf('rows.jsonl.gz', gzipSync(LINES))).toEqual(OF_LINES);
  });

  it('reads CSV by the names in its first line', async () => {
    const text = 'invoice;name\r\n1;"a ""b""; c"\r\n2\r\n3;\r\n';
    expect(await rowsOf('rows.csv', text)).toEqual([
      { row: { invoice: '1', name: 'a "b"; c' } },
      { fault: 'the line has 1 fields, the first line 2' },
      { row: { invoice: '3', name: '' } },
    ]);
  });

  it('reads parquet, with whole numbers that a double cannot keep as text', async () => {
    const source = await openRows(resolve(import.meta.dirname, '../testing/three-rows.parquet'));
    const rows: RowOrFault[] = [];
    for await (const row of source.rows) rows.push(row);
    expect(rows).toEqual([
      { row: { fullVisitorId: '0509', visitId: 1501621191, hits: [{ type: 'PAGE' }] } },
      { row: { fullVisitorId: '0510', visitId: 1501621192, hits: [] } },
      { row: { fullVisitorId: '0511', visitId: '9007199254740993', hits: [{ type: 'EVENT' }] } },
    ]);
  });

  it('reads data of R, and leaves no file behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('import-'));
    const file = join(folder, 'rows.rda');
    const script = `d <- data.frame(InvoiceNo = c("1", "C2"), UnitPrice = c(2.55, NA),
      InvoiceDate = as.POSIXct(c("2010-12-01 08:26:00", "2011-01-01 00:00:00"), tz = "UTC")); save(d, file = "${file}")`;
    execFileSync('Rscript', ['-e', script]);
    expect(await rowsOf('rows.rda')).toEqual([
      { row: { InvoiceNo: '1', UnitPrice: '2.55', InvoiceDate: '2010-12-01T08:26:00Z' } },
      { row: { InvoiceNo: 'C2', UnitPrice: '', InvoiceDate: '2011-01-01T00:00:00Z' } },
    ]);
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('import-') && !before.includes(name));
    expect(left.filter((name) => existsSync(join(tmpdir(), name, 'rows.csv')))).toEqual([]);
  });

  it('reports a file that R cannot read', async () => {
    writeFileSync(join(folder, 'broken.rda'), 'no data of R');
    await expect(openRows(join(folder, 'broken.rda'))).rejects.toThrow('R cannot read');
  });

  it('reports a missing file', async () => {
    await expect(openRows(join(folder, 'nowhere.json'))).rejects.toThrow('nowhere.json does not exist');
  });
});
