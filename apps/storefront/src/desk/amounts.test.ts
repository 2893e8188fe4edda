import { amountIn, wholeNumberIn } from './amounts';

it.each([
  ['690000', 690_000],
  ['690.000', 690_000],
  ['690.000 ₫', 690_000],
  ['1,250,000', 1_250_000],
  ['', 0],
  ['-5', 0],
  ['1e9', 0],
  ['99999999999', 0],
])('reads the amount %p as %p', (typed, amount) => {
  expect(amountIn(typed)).toBe(amount);
});

it.each([
  ['12', 12],
  ['0', 0],
  ['', null],
  ['1.5', null],
  ['-1', null],
  ['12345678', null],
])('reads the pieces %p as %p', (typed, pieces) => {
  expect(wholeNumberIn(typed)).toBe(pieces);
});
