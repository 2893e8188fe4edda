import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { postTasksExecution, RESULTS_FILE } from './results-plugin.mjs';
import { readResults } from './task-results.mjs';

it('lists the tasks that ran, and those that failed', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'results.json');
  const results = [
    { task: 'bench:lint', status: 'local-cache' },
    { task: 'tracker:build', status: 'failure', output: 'no' },
    { task: 'tracker:test', status: 'skipped' },
    { task: 'infra:test', status: 'stopped' },
  ];
  writeFileSync(file, JSON.stringify(results));
  assert.deepEqual(readResults(file), {
    ran: ['bench:lint', 'tracker:build', 'infra:test'],
    failures: [
      { task: 'tracker:build', output: 'no' },
      { task: 'infra:test', output: '' },
    ],
  });
});

it('lists nothing when Nx ended before its tasks', () => {
  assert.deepEqual(readResults('/nowhere/results.json'), { ran: [], failures: [] });
});

it('writes how each task ended, and what those wrote that failed', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'results.json');
  process.env[RESULTS_FILE] = file;
  postTasksExecution(undefined, {
    taskResults: {
      'tracker:lint': { status: 'local-cache', code: 0, terminalOutput: 'fine' },
      'tracker:test': { status: 'failure', code: 1, terminalOutput: 'not fine' },
    },
  });
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), [
    { task: 'tracker:lint', status: 'local-cache' },
    { task: 'tracker:test', status: 'failure', output: 'not fine' },
  ]);
});
