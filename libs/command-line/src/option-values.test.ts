import { oneOf, webAddress } from './option-values';
import { readArguments, TEXT } from './read-options';
import { UsageError } from './usage-error';
import { wholeNumber } from './whole-number';

it.each([
  ['12', 12],
  ['1,000', 1_000],
  [undefined, 7],
])('reads %s as a whole number', (given, expected) => {
  expect(wholeNumber('--count', given, { otherwise: 7, least: 1, most: 1_000 })).toBe(expected);
});

it.each(['', ' ', 'many', '1.5', '0', '-1', '1,001', '9007199254740993'])(
  'refuses the number "%s"',
  (given) => {
    expect(() => wholeNumber('--count', given, { otherwise: 7, least: 1, most: 1_000 })).toThrow(
      new UsageError(`--count takes a whole number from 1 to 1,000, not "${given}".`),
    );
  },
);

it('takes addresses and the words of a list only', () => {
  expect(webAddress('--api', 'http://127.0.0.1:1')).toBe('http://127.0.0.1:1');
  expect(() => webAddress('--api', 'here')).toThrow(UsageError);
  expect(oneOf('--from', 'csv', ['ga4', 'csv'])).toBe('csv');
  expect(() => oneOf('--from', undefined, ['ga4', 'csv'])).toThrow(
    new UsageError('--from takes ga4 or csv, not "".'),
  );
});

it('distinguishes options from arguments', () => {
  expect(readArguments(['a', '--api', 'x', 'b'], { api: TEXT })).toMatchObject({
    values: { api: 'x' },
    positionals: ['a', 'b'],
  });
});
