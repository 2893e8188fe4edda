/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';

/** What the tracker may cost a shop's page, in bytes of gzip. */
const BUDGET = 2_500;

function bundle(): string {
  const esbuild = require.resolve('esbuild/bin/esbuild');
  const entry = require.resolve('./index');
  return execFileSync(esbuild, [entry, '--bundle', '--minify', '--format=esm'], { encoding: 'utf8' });
}

describe('the bundle', () => {
  it('stays small enough to be no reason against tracking', () => {
    expect(gzipSync(bundle(), { level: 9 }).byteLength).toBeLessThanOrEqual(BUDGET);
  });

  it('holds no schema library', () => {
    expect(bundle()).not.toMatch(/typebox|ajv|additionalProperties/i);
  });
});
