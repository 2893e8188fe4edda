import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nxOutputReader } from './nx-output.mjs';

describe('nxOutputReader', () => {
  it('tells the tasks that ended, those that failed, and what each wrote', () => {
    const headings = [];
    const reader = nxOutputReader((task, heading) => headings.push([task, heading]));
    const output = [
      ' NX   Running targets lint, test for 2 projects:',
      '- bench',
      '\u001b[2m> \u001b[22mnx run bench:lint  [local cache]',
      '> eslint .',
      '> nx run tracker:test',
      '\u001b[31m- not:a-task\u001b[39m',
    ];
    const errors = [
      ' NX   Running targets lint, test for 2 projects failed',
      '- infra:typecheck',
      'Failed tasks:',
      '',
      '- tracker:test',
    ];
    output.forEach(reader.readOutput);
    errors.forEach(reader.readError);

    assert.deepEqual(headings, [
      ['bench:lint', 'bench:lint  [local cache]'],
      ['tracker:test', 'tracker:test'],
    ]);
    assert.deepEqual(reader.ran(), ['bench:lint', 'tracker:test']);
    assert.deepEqual(reader.failed(), ['tracker:test']);
    assert.equal(reader.outputOf('bench:lint'), '> eslint .');
    assert.match(reader.lastWords(), /not:a-task[^]*Failed tasks:/);
  });
});
