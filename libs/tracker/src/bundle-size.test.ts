/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The size limits of the script tag, and of the file that it loads, in bytes of gzip. */
const BUDGET = { 'sbw.js': 4_096, 'sbw-page.js': 2_048 };

describe('the bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-'));
  let said: string;
  const codeOf = (name: string) => readFileSync(join(folder, name), 'utf8');

  beforeAll(() => {
    said = execFileSync(process.execPath, [resolve(import.meta.dirname, '../bundle.mjs'), folder], {
      encoding: 'utf8',
    });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(BUDGET))('%s stays within its size limit, and prints its size', (name, budget) => {
    const size = gzipSync(codeOf(name), { level: 9 }).byteLength;
    expect(size).toBeLessThanOrEqual(budget);
    expect(said).toContain(`${name} ${size}\n`);
  });

  it('contains no look-behind, for which an older Safari refuses the whole script', () => {
    for (const name of Object.keys(BUDGET)) expect(codeOf(name)).not.toMatch(/\(\?<[!=]/);
  });

  it('contains no schema library', () => {
    for (const name of Object.keys(BUDGET))
      expect(codeOf(name)).not.toMatch(/typebox|ajv|additionalProperties/i);
  });
});
