import { bookFileKey, isBookFile, readBookLine } from './index';

const ORDER = {
  number: 7,
  kind: 'order',
  orderId: 'SBW-1',
  at: '2026-11-02T09:15:30.250Z',
  amount: 35_990_000,
  currency: 'VND',
};
const REFUND = { ...ORDER, kind: 'refund', refundId: 'R-1' };
const CLOSE = {
  number: 8,
  kind: 'close',
  day: '2026-11-02',
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  entries: 1,
};

describe('a line of the books', () => {
  it.each([
    ['an order', ORDER],
    [
      'an order with all that a shop may know',
      { ...ORDER, cartId: 'c', byBrowser: true, userAgent: 'Firefox', consent: 'granted', isStaff: false },
    ],
    ['an order of which the shop knows nothing else', { ...ORDER, cartId: null, consent: null }],
    ['a refund', REFUND],
    ['a refund that names no order', { ...REFUND, orderId: undefined }],
    ['the close of a day', CLOSE],
    ['a price in fractions of a penny', { ...ORDER, amount: 1234.5, currency: 'GBP' }],
    ['a field of tomorrow', { ...ORDER, warehouse: 'Đà Nẵng' }],
  ])('is %s', (_, value) => {
    expect(readBookLine(value)).toEqual({ ok: true, line: value });
  });

  it.each([
    [[], 'a line must be a JSON object'],
    [{ ...ORDER, kind: 'toString' }, 'kind: must be order, refund or close'],
    [{ ...ORDER, number: 0 }, 'number: expected integer to be greater or equal to 1'],
    [{ ...ORDER, amount: -1 }, 'amount: expected number to be greater or equal to 0'],
    [{ ...ORDER, amount: '35' }, 'amount: expected number'],
    [{ ...ORDER, currency: 'dong' }, expect.stringContaining('currency: ')],
    [{ ...ORDER, at: 'yesterday' }, expect.stringContaining('at: ')],
    [{ ...ORDER, orderId: undefined }, 'orderId: is missing'],
    [{ ...REFUND, refundId: undefined }, 'refundId: is missing'],
    [{ ...CLOSE, day: '2026-02-30' }, expect.stringContaining('day: ')],
    [{ ...CLOSE, timeZone: 'Mars/Olympus' }, expect.stringContaining('timeZone: ')],
  ])('is not %j: %s', (value, reason) => {
    expect(readBookLine(value)).toEqual({ ok: false, reason });
  });
});

it('has one file for each day, which is found again by its key', () => {
  expect(bookFileKey('2026-11-02')).toBe('orders/2026/11/02/books.jsonl');
  expect(isBookFile(bookFileKey('2026-11-02'))).toBe(true);
  expect(isBookFile('orders/2026/11/02/_books.tmp')).toBe(false);
  expect(isBookFile('events/2026/11/02/09/a.json.gz')).toBe(false);
});
