import { timesTable } from './times-table';

describe('timesTable', () => {
  it('shows the 95th percentile of each range, and how many floors it is', () => {
    const times = {
      floor: [[10, 20, 10], Array.from({ length: 100 }, (_, index) => index + 1)],
      Funnel: [[30, 5, 5], [190]],
    };
    expect(timesTable(times, ['30 days', 'a year'])).toEqual([
      ['', '30 days, p95 ms', '÷ floor', 'a year, p95 ms', '÷ floor'],
      ['floor', '20', '1.00×', '95', '1.00×'],
      ['Funnel', '30', '1.50×', '190', '2.00×'],
    ]);
  });

  it('says where an answer was stopped', () => {
    expect(timesTable({ floor: [[10]], Carts: [[5, null]] }, ['a year'])[2]).toEqual([
      'Carts',
      'stopped',
      '–',
    ]);
  });
});
