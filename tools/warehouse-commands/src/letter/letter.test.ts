import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOf, startCommand } from '@clickstream/warehouse-load/testing';

const folder = mkdtempSync(join(tmpdir(), 'letter-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const letter = (path: string, args: readonly string[] = []) =>
  outcomeOf(startCommand('tools/warehouse-commands/src/letter.ts', { PATH: path }, args));

describe('npm run letter', () => {
  it('starts the writer of the dashboards with file and day, and ends with its exit code', async () => {
    // A Rscript that prints its arguments: the writer itself is tested with the dashboards.
    writeFileSync(join(folder, 'Rscript'), '#!/bin/sh\nprintf "%s|" "$@"\nexit 1\n', { mode: 0o755 });
    const { output, code } = await letter(folder, ['--out', 'a.html', '--to', '2026-11-22']);
    expect(output).toMatch(/^--vanilla\|\/.*tools\/(\.\.\/)*shiny\/letter\.R\|a\.html\|2026-11-22\|$/);
    expect(code).toBe(1);
  });

  it('names what is missing on a machine without R', async () => {
    expect(await letter('/nowhere')).toMatchObject({
      code: 1,
      output: '',
      errors: 'The letter was not written: R is not installed. tools/shiny/README.md names its packages.\n',
    });
  });
});
