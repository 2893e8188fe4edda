/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The size limit of the listener, in bytes of gzip. */
const BUDGET = 1_024;

it('stays within a kilobyte, and prints its size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'data-layer-'));
  const file = join(folder, 'data-layer.js');
  const said = execFileSync(
    process.execPath,
    [resolve(import.meta.dirname, '../../bundle-data-layer.mjs'), file],
    {
      encoding: 'utf8',
    },
  );
  const size = gzipSync(readFileSync(file), { level: 9 }).byteLength;
  rmSync(folder, { recursive: true });
  expect(size).toBeLessThanOrEqual(BUDGET);
  expect(said).toBe(`${size}\n`);
});
