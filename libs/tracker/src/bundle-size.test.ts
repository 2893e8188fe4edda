/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the tracker may cost a shop's page with everything it has, in bytes of gzip. */
const BUDGET = 4_096;

describe('the bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-'));
  const file = join(folder, 'tracker.js');
  let said: string;
  let code: string;

  beforeAll(() => {
    said = execFileSync(process.execPath, [resolve(__dirname, '../bundle.mjs'), file], { encoding: 'utf8' });
    code = readFileSync(file, 'utf8');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('stays small enough to be no reason against tracking, and says how small it is', () => {
    const size = gzipSync(code, { level: 9 }).byteLength;
    expect(size).toBeLessThanOrEqual(BUDGET);
    expect(said).toBe(`${size}\n`);
  });

  it('holds no schema library', () => {
    expect(code).not.toMatch(/typebox|ajv|additionalProperties/i);
  });
});
