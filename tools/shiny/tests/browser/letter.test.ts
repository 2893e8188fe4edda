import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aDashboardTestBed } from './dashboard-test-bed';
import { aReader } from './reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);
const folder = mkdtempSync(join(tmpdir(), 'clickstream-letter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a letter as `npm run letter` does. */
function write(to: string): { readonly file: string; readonly output: string; readonly code: number | null } {
  const file = join(folder, `${to}.html`);
  const script = join(import.meta.dirname, '../../letter.R');
  const { stdout, stderr, status } = spawnSync('Rscript', ['--vanilla', script, file, to], {
    encoding: 'utf8',
  });
  return { file, output: stdout + stderr, code: status };
}

describe('The weekly letter', () => {
  it('is one file that requests nothing, readable in light and dark', async () => {
    const { file, output, code } = write('2026-06-14');
    expect(code).toBe(0);
    expect(output).toMatch(
      /^Wrote .*2026-06-14\.html: the week of 8 Jun – 14 Jun 2026, \d significant change/,
    );
    const { page } = reader;
    const colours: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(pathToFileURL(file).href);
      await page.locator('#letter-headline').waitFor();
      colours.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(new Set(colours).size).toBe(2);
    expect(new Set(reader.requested.map(({ protocol }) => protocol))).toEqual(new Set(['file:']));
    expect(new Set(reader.requested.map(({ pathname }) => pathname)).size).toBe(1);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('has the numbers that the dashboard shows for the same days', async () => {
    const { file } = write('2026-06-14');
    await reader.page.goto(pathToFileURL(file).href);
    const ids = ['net', 'orders', 'conversion', 'sessions', 'visitors', 'page_views'];
    const written = await Promise.all(ids.map((id) => reader.numberAt(`letter-${id}`)));
    await reader.open('overview', 'from=2026-06-08&to=2026-06-14');
    await reader.page.locator('#overview-headline').waitFor();
    expect(await Promise.all(ids.map((id) => reader.numberAt(`overview-${id}`)))).toEqual(written);
  });

  it('says in one line why there is none', () => {
    expect(write('2026-12-31')).toMatchObject({
      code: 1,
      output: expect.stringMatching(
        /^The letter was not written: The week up to 2026-12-31 is not over/,
      ) as string,
    });
  });
});
