import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTree } from '@nx/devkit/testing';
import { lambdaOf } from './lambda-of.mjs';

function workspace() {
  const tree = createTree();
  tree.write('eslint.config.mjs', "{ sourceTag: 'scope:load' }");
  tree.write('apps/ingest-lambda/package.json', '{}');
  tree.write('apps/infra/src/stacks/data-stack.ts', '');
  return tree;
}
const lambda = (name, description = 'Works on one day.') => lambdaOf(workspace(), { name, description });

describe('the names of a new Lambda', () => {
  it('are the same with and without the ending', () => {
    assert.deepEqual(lambda('daily-report'), lambda('daily-report-lambda'));
  });

  it('fit what each place expects', () => {
    assert.deepEqual(lambda('daily-report'), {
      name: 'daily-report',
      app: 'daily-report-lambda',
      className: 'DailyReport',
      constantName: 'DAILY_REPORT',
      functionName: 'clickstream-lambda-daily-report',
      description: 'Works on one day.',
    });
  });

  for (const name of [
    '',
    'Report',
    'dailyReport',
    '../report',
    'apps/report',
    'report-',
    '2day',
    'a'.repeat(31),
  ])
    it(`are refused for "${name}"`, () => {
      assert.throws(() => lambda(name), {
        message: /^The name is ".*"\. Use small letters and digits.* for example report\.$/,
        stack: undefined,
      });
    });

  for (const [name, owner] of [
    ['ingest', 'apps/ingest-lambda'],
    ['data', 'apps/infra/src/stacks/data-stack.ts'],
    ['load', 'scope:load in eslint.config.mjs'],
  ])
    it(`are refused for "${name}", which is taken`, () => {
      assert.throws(() => lambda(name), {
        message: `The name "${name}" is taken by ${owner}. Choose another one.`,
      });
    });

  for (const description of ['', 'too small.', 'No full stop', 'Two\nlines.', 'Breaks `code` | tables.'])
    it(`are refused with the description ${JSON.stringify(description)}`, () => {
      assert.throws(() => lambda('report', description), { message: /^The description is "/ });
    });
});
