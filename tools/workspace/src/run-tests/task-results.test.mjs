import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { postTasksExecution, RESULTS_FILE } from './results-plugin.mjs';
import { readResults } from './task-results.mjs';

it('lists the tasks that ran, those that failed, and the time of those that did not come from the cache', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'results.json');
  const results = [
    { task: 'bench:lint', status: 'local-cache', seconds: 90 },
    { task: 'storefront:build', status: 'success', seconds: 20 },
    { task: 'tracker:build', status: 'failure', seconds: 40, output: 'no' },
    { task: 'tracker:test', status: 'skipped' },
    { task: 'infra:test', status: 'stopped' },
  ];
  writeFileSync(file, JSON.stringify(results));
  assert.deepEqual(readResults(file), {
    ran: ['bench:lint', 'storefront:build', 'tracker:build', 'infra:test'],
    failures: [
      { task: 'tracker:build', output: 'no' },
      { task: 'infra:test', output: '' },
    ],
    times: [
      { task: 'tracker:build', seconds: 40 },
      { task: 'storefront:build', seconds: 20 },
    ],
  });
});

it('lists nothing when Nx ended before its tasks', () => {
  assert.deepEqual(readResults('/nowhere/results.json'), { ran: [], failures: [], times: [] });
});

it('writes how each task ended, its time, and what those wrote that failed', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'results.json');
  process.env[RESULTS_FILE] = file;
  postTasksExecution(undefined, {
    taskResults: {
      'tracker:lint': { status: 'local-cache', code: 0, terminalOutput: 'fine' },
      'tracker:test': {
        task: { startTime: 1_000, endTime: 32_400 },
        status: 'failure',
        code: 1,
        terminalOutput: 'not fine',
      },
    },
  });
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), [
    { task: 'tracker:lint', status: 'local-cache' },
    { task: 'tracker:test', status: 'failure', seconds: 31, output: 'not fine' },
  ]);
});
