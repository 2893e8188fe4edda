import type { BenchmarkRow } from './benchmark';

/**
 * The rows as an aligned text table: rates, times, memory, and the ratio of each row to each floor.
 *
 * @param events how many events each row's figures are for
 */
export function formatTable(rows: readonly BenchmarkRow[], events: number): string {
  const floors = rows.filter((row) => row.isFloor);
  const header = [
    '',
    'events/s',
    'wall s',
    'CPU ms per 1,000 events',
    'peak RSS MB',
    ...floors.flatMap((_, index) => [`wall ÷ ${floorLetter(index)}`, `CPU ÷ ${floorLetter(index)}`]),
  ];
  const lines = rows.map((row) => [
    row.isFloor ? `${floorLetter(floors.indexOf(row))}  ${row.name} (floor)` : row.name,
    Math.round(events / row.wallSeconds).toLocaleString('en'),
    row.wallSeconds.toFixed(2),
    ((row.cpuSeconds * 1e6) / events).toFixed(1),
    (row.peakRssBytes / 1e6).toFixed(0),
    ...floors.flatMap((floor) => [
      `${(row.wallSeconds / floor.wallSeconds).toFixed(2)}×`,
      `${(row.cpuSeconds / floor.cpuSeconds).toFixed(2)}×`,
    ]),
  ]);
  const remarks = rows.flatMap(({ remark }) => (remark === undefined ? [] : [remark]));
  return [align([header, ...lines]), ...remarks].join('\n');
}

function floorLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function align(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => (line[column] ?? '').length)),
  );
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return table.map((line) => line.map(pad).join('   ').trimEnd()).join('\n');
}
