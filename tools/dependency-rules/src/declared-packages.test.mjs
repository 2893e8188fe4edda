import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cruise } from 'dependency-cruiser';
import config from './declared-packages.mjs';

let baseDir;

function write(file, text) {
  mkdirSync(dirname(join(baseDir, file)), { recursive: true });
  writeFileSync(join(baseDir, file), text);
}

/** The names of the rules that a file of libs/x with this text breaks. */
async function rulesBrokenBy(text, file = 'libs/x/src/a.ts') {
  write(file, text);
  const { options, ...ruleSet } = config;
  const { output } = await cruise(['libs'], { ...options, tsConfig: {}, baseDir, ruleSet, validate: true });
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))].sort();
}

describe('the rules on declared packages', () => {
  beforeEach(() => {
    baseDir = realpathSync(mkdtempSync(join(tmpdir(), 'declared-packages-')));
    const dependencies = { shipped: '*', '@clickstream/y': '*' };
    write('libs/x/package.json', JSON.stringify({ dependencies, devDependencies: { tested: '*' } }));
    for (const name of ['shipped', 'tested', 'stray']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    for (const name of ['y', 'z']) {
      write(`libs/${name}/package.json`, JSON.stringify({ name: `@clickstream/${name}`, main: 'index.ts' }));
      write(`libs/${name}/index.ts`, '');
      mkdirSync(join(baseDir, 'node_modules/@clickstream'), { recursive: true });
      symlinkSync(join(baseDir, 'libs', name), join(baseDir, 'node_modules/@clickstream', name));
    }
  });
  afterEach(() => rmSync(baseDir, { recursive: true }));

  it('allow what the project declares, of the workspace as well', async () => {
    const text = "import 'node:path';\nimport 'shipped';\nimport '@clickstream/y';\n";
    assert.deepEqual(await rulesBrokenBy(text), []);
  });

  it('refuse a package that only another project declares', async () => {
    assert.deepEqual(await rulesBrokenBy("import 'stray';\n"), ['declared-in-its-project']);
  });

  it('refuse a package of the workspace that is not declared', async () => {
    assert.deepEqual(await rulesBrokenBy("import '@clickstream/z';\n"), ['declared-in-its-project']);
  });

  it('refuse an undeclared package in a test', async () => {
    assert.deepEqual(await rulesBrokenBy("import 'stray';\n", 'libs/x/src/a.test.ts'), [
      'declared-in-its-project',
    ]);
  });

  it('refuse a devDependency outside of tests', async () => {
    assert.deepEqual(await rulesBrokenBy("import 'tested';\n"), ['shipped-code-has-dependencies']);
  });

  it('allow a devDependency in tests and test beds', async () => {
    for (const file of ['libs/x/src/a.test.ts', 'libs/x/src/testing/a.ts'])
      assert.deepEqual(await rulesBrokenBy("import 'tested';\n", file), []);
  });

  it('allow the types of a devDependency', async () => {
    assert.deepEqual(await rulesBrokenBy("import type { T } from 'tested';\nexport type U = T;\n"), []);
  });
});
