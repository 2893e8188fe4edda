import { compareTile, sumOf } from './compare';
import { closingLine, tableLines } from './show';

const tile = { tab: 'Overview', name: 'orders' };
const compared = (warehouse: object, witness: object) =>
  compareTile(tile, rowsOf(warehouse), rowsOf(witness));
const rowsOf = (numbers: object) => Object.entries(numbers).map(([key, number]) => ({ key, number }));

describe('comparing a tile', () => {
  it('takes the same number in two spellings for one', () => {
    const { numbers, differing } = compared({ a: '100.500000', b: '7' }, { a: '100.5', b: '7.000000' });
    expect(numbers.map(({ warehouse }) => warehouse)).toEqual(['100.5', '7']);
    expect(differing).toEqual([]);
  });

  it('counts a key that one of the two does not have as 0 there', () => {
    expect(compared({ a: '1', nothing: '0' }, { b: '2' }).differing).toEqual([
      { key: 'a', warehouse: '1', witness: '0' },
      { key: 'b', warehouse: '0', witness: '2' },
    ]);
    expect(compared({ nothing: '0' }, {}).numbers).toEqual([]);
  });

  it('sums without rounding', () => {
    expect(sumOf(['9007199254740993', '0.1', '-0.3'])).toBe('9007199254740992.8');
    expect(sumOf(['0.000001', '-1'])).toBe('-0.999999');
    expect(sumOf([])).toBe('0');
  });
});

describe('the table', () => {
  it('has a line for each tile, and names what differs below it', () => {
    expect(tableLines([compared({ a: '1200', b: '5' }, { a: '1199', b: '5' })])).toEqual([
      'tile              numbers  warehouse  witness  difference',
      'Overview: orders        2      1,205    1,204           1',
      '  a: warehouse 1,200, witness 1,199, difference 1',
    ]);
  });

  it('names ten that differ and says how many more there are', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`key ${index}`, '1']));
    const lines = tableLines([compared({}, many)]);
    expect(lines).toHaveLength(2 + 10 + 1);
    expect(lines.at(-1)).toBe('  and 2 more: see --json');
  });

  it('ends with one line', () => {
    expect(closingLine([compared({ a: '1', b: '2' }, { a: '1', b: '2' })])).toBe('2 numbers agree.');
    expect(closingLine([compared({ a: '1', b: '2' }, { a: '1' })])).toBe('1 of 2 numbers differ.');
    expect(closingLine([compared({}, {})])).toMatch(/^There is nothing to compare/);
  });
});
