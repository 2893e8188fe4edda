import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const WORKFLOWS = resolve(import.meta.dirname, '../../../.github/workflows');

/** The actions in a workflow whose content somebody else could replace. */
const unpinned = (workflow) =>
  [...workflow.matchAll(/uses:\s*(\S+)/g)]
    .map(([, action]) => action)
    .filter((action) => !/^(\.\/|[^@]+@[0-9a-f]{40}$)/.test(action));

test('pins every action of the workflows by its digest', () => {
  for (const file of readdirSync(WORKFLOWS))
    assert.deepEqual([file, ...unpinned(readFileSync(join(WORKFLOWS, file), 'utf8'))], [file]);
});

test('finds an action that is named by a tag or a branch', () => {
  const workflow = '- uses: a/b@v4\n- uses: a/b@main\n- uses: ./local\n- uses: a/b@' + 'a'.repeat(40);
  assert.deepEqual(unpinned(workflow), ['a/b@v4', 'a/b@main']);
});
