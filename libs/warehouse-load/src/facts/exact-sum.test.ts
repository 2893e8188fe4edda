import { exactSum } from './exact-sum';

describe('exactSum', () => {
  it('adds decimals without rounding errors', () => {
    expect(exactSum([0.1, 0.2])).toBe('0.300000');
    expect(exactSum([19.99, 19.99, 19.99])).toBe('59.970000');
    expect(exactSum([-0.5, 0.25])).toBe('-0.250000');
    expect(exactSum([0.000001])).toBe('0.000001');
  });

  it('adds whole amounts, however large', () => {
    expect(exactSum([])).toBe('0');
    expect(exactSum([25_990_000, 30_000])).toBe('26020000');
    expect(exactSum(Array.from({ length: 20 }, () => 999_999_999_999_999))).toBe('19999999999999980.000000');
  });
});
