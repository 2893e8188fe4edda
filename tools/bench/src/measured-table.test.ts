import { measuredTable } from './measured-table';

it('divides every row by every floor', () => {
  const megabytes = (count: number) => count * 1_000_000;
  const table = measuredTable(
    [
      { name: 'put', isFloor: true, wallSeconds: 2, cpuSeconds: 1, peakRssBytes: megabytes(100) },
      { name: 'parse + put', isFloor: true, wallSeconds: 2.5, cpuSeconds: 2, peakRssBytes: megabytes(120) },
      { name: 'ours', isFloor: false, wallSeconds: 5, cpuSeconds: 3, peakRssBytes: megabytes(150) },
    ],
    10_000,
  );
  const ratios = ['wall ÷ A', 'CPU ÷ A', 'wall ÷ B', 'CPU ÷ B'];
  expect(table).toEqual([
    ['', 'events/s', 'wall s', 'CPU ms per 1,000 events', 'peak RSS MB', ...ratios],
    ['A  put (floor)', '5,000', '2.00', '100.0', '100', '1.00×', '1.00×', '0.80×', '0.50×'],
    ['B  parse + put (floor)', '4,000', '2.50', '200.0', '120', '1.25×', '2.00×', '1.00×', '1.00×'],
    ['ours', '2,000', '5.00', '300.0', '150', '2.50×', '3.00×', '2.00×', '1.50×'],
  ]);
});
