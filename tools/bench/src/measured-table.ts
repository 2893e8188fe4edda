import type { BenchmarkRow } from './benchmark';
import type { Report } from './report';

/**
 * The table of contenders that were measured: rates, times, memory, and the
 * ratio of each to each floor.
 *
 * @param count how many events, or whatever `unit` names, each row's figures are for
 * @param unit in the plural
 */
export function measuredTable(
  rows: readonly BenchmarkRow[],
  count: number,
  unit = 'events',
): Report['table'] {
  const floors = rows.filter((row) => row.isFloor);
  const header = [
    '',
    `${unit}/s`,
    'wall s',
    `CPU ms per 1,000 ${unit}`,
    'peak RSS MB',
    ...floors.flatMap((_, index) => [`wall ÷ ${floorLetter(index)}`, `CPU ÷ ${floorLetter(index)}`]),
  ];
  const lines = rows.map((row) => [
    row.isFloor ? `${floorLetter(floors.indexOf(row))}  ${row.name} (floor)` : row.name,
    Math.round(count / row.wallSeconds).toLocaleString('en'),
    row.wallSeconds.toFixed(2),
    ((row.cpuSeconds * 1e6) / count).toFixed(1),
    (row.peakRssBytes / 1e6).toFixed(0),
    ...floors.flatMap((floor) => [
      `${(row.wallSeconds / floor.wallSeconds).toFixed(2)}×`,
      `${(row.cpuSeconds / floor.cpuSeconds).toFixed(2)}×`,
    ]),
  ]);
  return [header, ...lines];
}

function floorLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
