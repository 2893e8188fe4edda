import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cruise } from 'dependency-cruiser';
import config from '../../../.dependency-cruiser.mjs';

const LOAD = 'libs/warehouse-load/src';
let baseDir;

/** The names of the rules that files break; each imports the others by the paths given. */
async function rulesBrokenBy(files) {
  for (const [file, imports] of Object.entries(files)) {
    mkdirSync(dirname(join(baseDir, file)), { recursive: true });
    writeFileSync(join(baseDir, file), imports.map((path) => `import '${path}';\n`).join(''));
  }
  const { options, ...ruleSet } = config;
  const folders = [...new Set(Object.keys(files).map((file) => file.split('/')[0]))];
  const { output } = await cruise(folders, { ...options, tsConfig: {}, baseDir, ruleSet, validate: true });
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))].sort();
}

describe('the dependency rules', () => {
  beforeEach(() => {
    baseDir = realpathSync(mkdtempSync(join(tmpdir(), 'dependency-rules-')));
  });
  afterEach(() => rmSync(baseDir, { recursive: true }));

  it('allow a floor to import from floors below it', async () => {
    const files = { [`${LOAD}/chunk/a.mjs`]: ['../ledger/b.mjs'], [`${LOAD}/ledger/b.mjs`]: [] };
    assert.deepEqual(await rulesBrokenBy(files), []);
  });

  it('refuse an import from a floor above', async () => {
    const files = { [`${LOAD}/ledger/a.mjs`]: ['../chunk/b.mjs'], [`${LOAD}/chunk/b.mjs`]: [] };
    assert.deepEqual(await rulesBrokenBy(files), ['floor-of-lines-ledger']);
  });

  it('refuse a ring of files', async () => {
    const files = { 'libs/x/src/a.mjs': ['./b.mjs'], 'libs/x/src/b.mjs': ['./a.mjs'] };
    assert.deepEqual(await rulesBrokenBy(files), ['no-ring-of-files']);
  });

  it('refuse a ring of folders that no two files make alone', async () => {
    const files = {
      'libs/x/src/one/a.mjs': ['../two/b.mjs'],
      'libs/x/src/two/b.mjs': [],
      'libs/x/src/two/c.mjs': ['../one/d.mjs'],
      'libs/x/src/one/d.mjs': [],
    };
    assert.deepEqual(await rulesBrokenBy(files), ['no-ring-of-folders']);
  });

  it('refuse code of the load in the witness, but not the reader of options', async () => {
    const files = {
      'tools/witness/src/a.mjs': [`../../../${LOAD}/row/b.mjs`, '../../../libs/command-line/src/c.mjs'],
      [`${LOAD}/row/b.mjs`]: [],
      'libs/command-line/src/c.mjs': [],
    };
    assert.deepEqual(await rulesBrokenBy(files), ['witness-apart']);
  });

  it('leave tests alone', async () => {
    const files = { [`${LOAD}/ledger/a.test.mjs`]: ['../chunk/b.mjs'], [`${LOAD}/chunk/b.mjs`]: [] };
    assert.deepEqual(await rulesBrokenBy(files), []);
  });
});
