import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { brokenLinks } from './broken-links.mjs';

test('names links and quoted paths that lead nowhere, and nothing else', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'docs'));
  mkdirSync(join(folder, 'libs/tracker'), { recursive: true });
  writeFileSync(
    join(folder, 'docs/a.md'),
    '[b](b.md#part) [gone](../gone.md) [out](https://example.com/x) [here](#part) `libs/tracker/` `libs/moved`',
  );
  writeFileSync(join(folder, 'docs/b.md'), '[a](a.md)');
  assert.deepEqual(brokenLinks(folder, ['docs/a.md', 'docs/b.md']), [
    'docs/a.md names ../gone.md, which does not exist',
    'docs/a.md names libs/moved, which does not exist',
  ]);
});

test('accepts paths that exist only after a build, which git ignores', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  t.after(() => rmSync(folder, { recursive: true }));
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  writeFileSync(join(folder, '.gitignore'), 'cdk.out/\n*.log\n');
  writeFileSync(join(folder, 'a.md'), '`apps/infra/cdk.out` `apps/infra/cdk.in` `tools/bench/last.log`');
  assert.deepEqual(brokenLinks(folder, ['a.md']), ['a.md names apps/infra/cdk.in, which does not exist']);
});
