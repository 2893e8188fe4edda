import { formatTable } from './table';

it('divides every row by every floor', () => {
  const mebibytes = (count: number) => count * 1_000_000;
  const table = formatTable(
    [
      { name: 'put', isFloor: true, wallSeconds: 2, cpuSeconds: 1, peakRssBytes: mebibytes(100) },
      { name: 'parse + put', isFloor: true, wallSeconds: 2.5, cpuSeconds: 2, peakRssBytes: mebibytes(120) },
      { name: 'ours', isFloor: false, wallSeconds: 5, cpuSeconds: 3, peakRssBytes: mebibytes(150) },
    ],
    10_000,
  );
  const cells = table.split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(cells).toEqual([
    [
      'events/s',
      'wall s',
      'CPU ms per 1,000 events',
      'peak RSS MB',
      'wall ÷ A',
      'CPU ÷ A',
      'wall ÷ B',
      'CPU ÷ B',
    ],
    ['A', 'put (floor)', '5,000', '2.00', '100.0', '100', '1.00×', '1.00×', '0.80×', '0.50×'],
    ['B', 'parse + put (floor)', '4,000', '2.50', '200.0', '120', '1.25×', '2.00×', '1.00×', '1.00×'],
    ['ours', '2,000', '5.00', '300.0', '150', '2.50×', '3.00×', '2.00×', '1.50×'],
  ]);
});
