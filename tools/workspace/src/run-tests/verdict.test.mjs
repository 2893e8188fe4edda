import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failedTasks, failedTests } from './verdict.mjs';

const passing = { project: 'tracker', failed: 0 };

describe('failedTasks', () => {
  it('counts a failed lint, typecheck or build', () => {
    const tasks = { ran: ['tracker:test', 'tracker:lint'], failed: ['tracker:lint'] };
    assert.deepEqual(failedTasks(tasks, [passing]), ['tracker:lint failed']);
  });

  it('leaves failed tests to the summary that counted them', () => {
    const tasks = { ran: ['tracker:test'], failed: ['tracker:test'] };
    assert.deepEqual(failedTasks(tasks, [{ project: 'tracker', failed: 2 }]), []);
  });

  it('counts tests that failed although each of them passed, as when their servers do not stop', () => {
    const tasks = { ran: ['tracker:test'], failed: ['tracker:test'] };
    assert.deepEqual(failedTasks(tasks, [passing]), ['tracker:test failed']);
  });

  it('counts tests that ran and left no summary', () => {
    const tasks = { ran: ['tracker:test', 'bench:test'], failed: [] };
    assert.deepEqual(failedTasks(tasks, [passing]), ['bench:test left no test-results/summary.json']);
  });
});

describe('failedTests', () => {
  it('names each failed test with its project and the beginning of its message', () => {
    const failures = [
      { title: 'sends once', message: 'Error: sent twice' },
      { title: 'waits', message: '' },
    ];
    assert.deepEqual(failedTests([passing, { project: 'ingest', failed: 2, failures }]), [
      'ingest: sends once — Error: sent twice',
      'ingest: waits',
    ]);
  });

  it('cuts what is too long for a line', () => {
    const failures = [{ title: 'sends once', message: 'x'.repeat(1000) }];
    assert.equal(failedTests([{ project: 'ingest', failures }])[0].length, 240);
  });
});
