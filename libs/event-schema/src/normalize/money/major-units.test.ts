import { inMinorUnits } from './major-units';

const order = (revenue: unknown, currency: string) =>
  inMinorUnits({ eventName: 'checkout_complete', order: { revenue, tax: 2, currency } }).order;

describe('amounts in text in groups of three', () => {
  it.each([
    ['199.000', 'VND', 199_000],
    ['12,800', 'JPY', 12_800],
    ['25.990 ₫', 'VND', 25_990],
    ['1.990.000', 'vnd', 1_990_000],
  ])('can mean one number only: %p %s', (revenue, currency, number) => {
    expect(order(revenue, currency)).toEqual({ revenue: number, tax: 2, currency });
  });
});

describe('amounts in whole units', () => {
  it.each([
    [19.99, 'EUR', 1_999],
    ['19,99', 'EUR', 1_999],
    ['20.00', 'EUR', 2_000],
    ['$1,299.00', 'USD', 129_900],
    ['1.299,00 EUR', 'EUR', 129_900],
    ['1.5', 'KWD', 1_500],
  ])('%p %s is recognised by its decimals, and so are the other amounts', (revenue, currency, smallest) => {
    const factor = currency === 'KWD' ? 1_000 : 100;
    expect(order(revenue, currency)).toEqual({ revenue: smallest, tax: 2 * factor, currency });
  });

  it.each([
    [2_000, 'EUR'],
    ['2000', 'EUR'],
    ['1.990.000', 'EUR'],
    ['19.99', 'VND'],
    ['25.990 ₫', 'EUR'],
    ['25.99', 'VND'],
    ['n/a', 'EUR'],
  ])('are not assumed for %p %s', (revenue, currency) => {
    expect(order(revenue, currency)).toEqual({ revenue, tax: 2, currency });
  });
});
