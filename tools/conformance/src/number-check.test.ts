import { checkNumbers, type NumberCheck } from './number-check';
import { reportOf } from './report';

const aCheck = (over: Partial<NumberCheck>): NumberCheck => ({
  name: 'orders',
  counted: '43',
  known: '43',
  sql: 'SELECT 43',
  ...over,
});

const warehouse = (value: unknown) => async () => [{ value }];

describe('checkNumbers', () => {
  it.each([
    [{}, '43', true],
    [{}, '92', false],
    [{ known: '44' }, '43', false],
    [{ known: null }, '43', true],
    [{ counted: '8518.14', known: null }, '8518.1400000000000000', true],
    [{ counted: '8518.14', known: null }, '8518.1400000000000001', false],
    [{ counted: '100', known: null }, '100', true],
    [{ counted: '0', known: null }, null, false],
  ])('with %p and the answer %p holds: %p', async (over, answer, holds) => {
    expect(await checkNumbers([aCheck(over)], warehouse(answer))).toMatchObject([{ holds }]);
  });
});

describe('reportOf', () => {
  it('shows each number with its verdict, and why ours is another', async () => {
    const why = 'we count the first.';
    const numbers = await checkNumbers(
      [aCheck({}), aCheck({ name: 'revenue', known: null, counted: '1', theirs: { value: '2', why } })],
      warehouse('43'),
    );
    expect(reportOf('A day', numbers).split('\n')).toEqual([
      'A day',
      '   number   counted  known      warehouse',
      '✓  orders   43       43         43',
      '✗  revenue  1        theirs: 2  43',
      '',
      'Where our definition is another than that of the source:',
      '  revenue: we count the first.',
    ]);
  });
});
