import { assert, maxSafeInteger, property } from 'fast-check';
import { formatMoney, formatSaving } from './money';
import { formatPhone } from './phone';
import { addressWith, pageNumber, parameter } from './query';
import { formatDate, formatDay, formatMoment, formatTime } from './time';

describe('money', () => {
  it('is formatted as in the shop’s country', () => {
    expect(formatMoney(45_990_000).replace(/\s/g, ' ')).toBe('45.990.000 ₫');
    expect(formatMoney(0).replace(/\s/g, ' ')).toBe('0 ₫');
  });

  it('is written as Intl writes it', () => {
    const vnd = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });
    assert(property(maxSafeInteger(), (amount) => formatMoney(amount) === vnd.format(amount)));
  });

  it('shows a saving in whole per cent', () => {
    expect(formatSaving(13_990_000, 12_490_000)).toBe('−11%');
  });
});

describe('a phone number', () => {
  it('is written in groups that can be read out', () => {
    expect(formatPhone('0912345678')).toBe('0912 345 678');
  });
});

describe('a moment', () => {
  it('uses the shop’s time zone, whatever the server’s is', () => {
    expect(formatMoment('2026-11-23T18:30:00Z', 'en')).toBe('24 November 2026 at 01:30');
  });

  it('is on a day of the shop’s time zone', () => {
    expect(formatDay(new Date('2026-11-23T18:30:00Z'), 'en')).toBe('Tuesday 24 November');
  });

  it('is written as the language of the page writes it', () => {
    expect(formatDay(new Date('2026-11-23T18:30:00Z'), 'vi')).toBe('Thứ Ba, 24 tháng 11');
    expect(formatMoment('2026-11-23T18:30:00Z', 'vi')).toBe('lúc 01:30 24 tháng 11, 2026');
    expect(formatDate('2026-11-23T18:30:00Z', 'vi')).toBe('24 tháng 11, 2026');
    expect(formatTime('2026-11-23T18:30:00Z', 'vi')).toBe('01:30');
  });
});

describe('query parameters', () => {
  it('are text, the first of several', () => {
    expect(parameter({ q: ['a', 'b'] }, 'q')).toBe('a');
    expect(parameter({}, 'q')).toBeUndefined();
  });

  it.each([
    ['3', 3],
    [undefined, 1],
    ['0', 1],
    ['-2', 1],
    ['1.5', 1],
    ['1e9', 1],
    ['x', 1],
  ])('give page %p as %p', (page, number) => {
    expect(pageNumber({ page })).toBe(number);
  });

  it('make an address without empty parameters', () => {
    expect(addressWith('/category/laptops', { brand: 'A & B', sort: undefined, page: 2 })).toBe(
      '/category/laptops?brand=A+%26+B&page=2',
    );
    expect(addressWith('/search', { q: '' })).toBe('/search');
  });
});
