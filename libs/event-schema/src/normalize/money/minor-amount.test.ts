import { currencyDigits, minorAmount } from './minor-amount';

describe('minorAmount', () => {
  it.each([
    [30.03, 'USD', 3003],
    ['10.01', 'usd', 1001],
    [1990000, 'VND', 1990000],
    [250, 'JPY', 250],
    [1.234, 'KWD', 1234],
    [0.125, 'GBP', 12.5],
    [1.1 + 2.2, 'EUR', 330],
    [0, 'EUR', 0],
    [-5.5, 'EUR', -550],
    [19.99, undefined, 19.99],
    [null, 'USD', null],
    ['dear', 'USD', null],
    [{}, 'USD', null],
  ])('of %p %p is %p', (value, currency, minor) => {
    expect(minorAmount(value, currency)).toBe(minor);
  });

  it('is exact for every amount of two digits', () => {
    for (let cents = 0; cents < 200_000; cents += 7) {
      expect(minorAmount((cents / 100).toFixed(2), 'USD')).toBe(cents);
    }
  });
});

it('knows the digits of a currency in any case', () => {
  expect(['VND', 'usd', 'KWD', 'CLF', '', null].map(currencyDigits)).toEqual([0, 2, 3, 4, 0, 0]);
});
