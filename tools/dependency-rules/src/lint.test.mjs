import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: resolve(import.meta.dirname, '../../..') });
const ANYWHERE = 'tools/dependency-rules/src/planted.mjs';

/** The rules that a text breaks as a file of this workspace. */
async function rulesBrokenBy(text, filePath = ANYWHERE) {
  const [result] = await eslint.lintText(text, { filePath });
  return [...new Set(result.messages.map(({ ruleId }) => ruleId))].sort();
}

describe('the lint of this workspace', () => {
  it('takes a module that keeps the conventions', async () => {
    const text = "import { join, resolve } from 'node:path';\nexport const both = [join, resolve];\n";
    assert.deepEqual(await rulesBrokenBy(text), []);
  });

  it('refuses a second import of a module', async () => {
    const text =
      "import { join } from 'node:path';\nimport { resolve } from 'node:path';\nexport { join, resolve };\n";
    assert.deepEqual(await rulesBrokenBy(text), ['no-duplicate-imports']);
  });

  it('refuses a second import of a module for its types', async () => {
    const text =
      "import { join } from 'node:path';\nimport type { ParsedPath } from 'node:path';\nexport { join, ParsedPath };\n";
    assert.deepEqual(await rulesBrokenBy(text, ANYWHERE.replace('mjs', 'ts')), ['no-duplicate-imports']);
  });

  it('refuses an import of types alone that would stay at run time', async () => {
    const text = "import { type ParsedPath } from 'node:path';\nexport type Path = ParsedPath;\n";
    assert.deepEqual(await rulesBrokenBy(text, ANYWHERE.replace('mjs', 'ts')), [
      '@typescript-eslint/no-import-type-side-effects',
    ]);
  });

  it('refuses CommonJS in an ES module', async () => {
    assert.deepEqual(await rulesBrokenBy("export const path = require('node:path');\n"), [
      '@typescript-eslint/no-require-imports',
      'no-restricted-globals',
    ]);
    assert.deepEqual(await rulesBrokenBy('module.exports = __dirname;\n'), ['no-restricted-globals']);
  });

  it('takes CommonJS only with its reason', async () => {
    const text = 'module.exports = 1;\n';
    const file = ANYWHERE.replace('mjs', 'cjs');
    assert.deepEqual(await rulesBrokenBy(text, file), ['comments/common-js-reason']);
    assert.deepEqual(await rulesBrokenBy(`// CommonJS, because this is a test.\n${text}`, file), []);
  });

  it('refuses a comment past column 100', async () => {
    assert.deepEqual(await rulesBrokenBy(`// ${'x'.repeat(98)}\n`), ['comments/width']);
  });

  it('refuses a comment that begins like a question', async () => {
    assert.deepEqual(await rulesBrokenBy('// What is left.\n'), ['comments/beginning']);
  });

  it('refuses a private member that could be readonly', async () => {
    const text = 'export class A {\n  private x = 1;\n  get() {\n    return this.x;\n  }\n}\n';
    assert.deepEqual(await rulesBrokenBy(text, ANYWHERE.replace('mjs', 'ts')), ['members/readonly']);
  });
});
