import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { root } from '../run-tests/workspace.mjs';

const reporter = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Runs a program in a folder with one file of tests, and reads the summary that it leaves. */
function summaryOf(context, { file, content, args }) {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  context.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, file), content);
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { status, stderr } = spawnSync(process.execPath, args(folder), {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  assert.equal(status, 1, stderr);
  return { folder, read: (path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) };
}

it('names the tests of node that failed, with the first line of their message', (context) => {
  const { folder, read } = summaryOf(context, {
    file: 'a.test.cjs',
    content: `const { describe, it } = require('node:test');
      describe('a shop', () => {
        it('opens', () => {});
        it('sells', () => { throw new Error('\\n\\u001b[31mnothing\\u001b[0m left\\nfor anybody'); });
      });`,
    args: () => [
      '--test',
      `--test-reporter=${reporter('./node-test-summary.mjs')}`,
      '--test-reporter-destination=summary.json',
      'a.test.cjs',
    ],
  });
  assert.deepEqual(read('summary.json'), {
    project: basename(folder),
    passed: 1,
    failed: 1,
    skipped: 0,
    failures: [{ title: 'sells', message: 'nothing left' }],
  });
});

it('names the tests of jest that failed, and files that did not run', (context) => {
  const { read } = summaryOf(context, {
    file: 'a.test.js',
    content: `describe('a shop', () => {
        it('opens', () => {});
        it('sells', () => { throw new Error('nothing left\\nfor anybody'); });
      });`,
    args: (folder) => {
      writeFileSync(join(folder, 'b.test.js'), "throw new Error('no such table');");
      const config = {
        rootDir: folder,
        testMatch: ['<rootDir>/*.test.js'],
        transform: {},
        reporters: [[reporter('./jest-summary.mjs'), { name: 'shop' }]],
      };
      return [join(root, 'node_modules/jest/bin/jest.js'), '-i', '--config', JSON.stringify(config)];
    },
  });
  assert.deepEqual(read('test-results/summary.json'), {
    project: 'shop',
    passed: 1,
    failed: 2,
    skipped: 0,
    failures: [
      { title: 'b.test.js did not run', message: 'no such table' },
      { title: 'a shop sells', message: 'Error: nothing left' },
    ],
  });
});
