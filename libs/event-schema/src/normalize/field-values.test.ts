import { amountOf, countOf, currencyOf, flagOf, idOf, moneyOf, objectOf, textOf } from './field-values';

describe('textOf', () => {
  it.each([
    ['as it is', 'as it is'],
    [42, '42'],
    [true, 'true'],
    ['', null],
    [null, null],
    [undefined, null],
    [{}, null],
    [['a'], null],
  ])('%p is %p', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it('cuts what is longer than the contract allows', () => {
    expect(textOf('x'.repeat(2_000))).toHaveLength(1_000);
    expect(textOf('abcdef', 3)).toBe('abc');
  });
});

describe('idOf', () => {
  it.each(['null', 'undefined', 'NULL', 'None', 'unknown', 'NaN', '(not set)', ''])(
    'does not accept %p as an id, which would merge thousands of sessions',
    (word) => {
      expect(idOf(word)).toBeNull();
    },
  );

  it('fits an index: 200 characters', () => {
    expect(idOf('s'.repeat(5_000))).toHaveLength(200);
  });
});

describe('amountOf', () => {
  it.each([
    [25_990_000, 25_990_000],
    ['25990000', 25_990_000],
    [' 19.90 ', 19.9],
    ['-5', -5],
    [0, 0],
    [0.1 + 0.2, 0.3],
    [1e-9, 0],
    // The most that ingest accepts.
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    // As people write them, where they can mean one number only.
    ['25.990.000 ₫', 25_990_000],
    ['100.000 ₫', 100_000],
    ['VND 25,990', 25_990],
    ['$25.990', 25.99],
    ['1.990.000', 1_990_000],
    ['1,990,000', 1_990_000],
    ['1 990 000', 1_990_000],
    ['1\u00a0990\u202f000 đ', 1_990_000],
    ['1,990.50', 1_990.5],
    ['1.990,50', 1_990.5],
    ['19,99', 19.99],
    ['VND 500', 500],
    ['$19.99', 19.99],
  ])('%p is %p', (value, amount) => {
    expect(amountOf(value)).toBe(amount);
  });

  it.each([
    '25,990',
    '1.99.000',
    '1,990.000,5',
    '12 34',
    '1'.repeat(10_000),
    'nan',
    'free',
    '',
    '1e5',
    '0x10',
    2 ** 53,
    '9007199254740992',
    1e15 + 0.5,
    Number.NaN,
    Infinity,
    true,
    null,
    {},
  ])('%p is not an amount', (value) => {
    expect(amountOf(value)).toBeNull();
  });
});

describe('moneyOf', () => {
  it.each([
    [0, 0],
    ['100000', 100_000],
    [-5, null],
    ['-5', null],
    [Number.NaN, null],
  ])('%p is %p', (value, amount) => {
    expect(moneyOf(value)).toBe(amount);
  });
});

describe('currencyOf', () => {
  it.each([
    ['VND', 'VND'],
    ['vnd', 'VND'],
    [' Usd ', 'USD'],
    ['₫', 'VND'],
    ['đ', 'VND'],
    ['€', 'EUR'],
    // Of more than one country.
    ['$', null],
    ['US dollar', null],
    ['', null],
    [840, null],
    [null, null],
  ])('%p is %p', (value, currency) => {
    expect(currencyOf(value)).toBe(currency);
  });
});

describe('countOf', () => {
  it.each([
    [3, 3],
    ['3', 3],
    [1.5, null],
    [-1, null],
    [2 ** 31, null],
    ['three', null],
  ])('%p is %p', (value, count) => {
    expect(countOf(value)).toBe(count);
  });

  it('respects the minimum', () => {
    expect(countOf(0, 1)).toBeNull();
  });
});

describe('flagOf', () => {
  it.each([
    [true, true],
    ['true', true],
    ['TRUE', true],
    [1, true],
    ['yes', true],
    [false, false],
    ['0', false],
    [0, false],
    ['no', false],
    [null, null],
    [undefined, null],
    ['maybe', null],
    [{}, null],
    [{ toString: 1 }, null],
    [['true'], null],
    [JSON.parse('{"__proto__":null}'), null],
  ])('%p is %p', (value, flag) => {
    expect(flagOf(value)).toBe(flag);
  });
});

describe('objectOf', () => {
  it('takes plain objects only', () => {
    expect(objectOf({ a: 1 })).toEqual({ a: 1 });
    for (const other of [null, undefined, [], 'text', 5]) expect(objectOf(other)).toBeNull();
  });
});
