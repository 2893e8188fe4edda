import type { CheckedNumber } from './number-check';

const COLUMNS = ['', 'number', 'counted', 'known', 'warehouse'];

/**
 * The numbers as a table, one per line, and below it the reasons why some differ from the source's.
 */
export function reportOf(title: string, numbers: readonly CheckedNumber[]): string {
  const rows = numbers.map((number) => [
    number.holds ? '✓' : '✗',
    number.name,
    number.counted,
    number.known ?? (number.theirs ? `theirs: ${number.theirs.value}` : '–'),
    number.got,
  ]);
  const widths = COLUMNS.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const notes = numbers.flatMap(({ name, theirs }) => (theirs ? [`  ${name}: ${theirs.why}`] : []));
  return [
    title,
    line(COLUMNS),
    ...rows.map(line),
    ...(notes.length > 0 ? ['', 'Where our definition is another than that of the source:', ...notes] : []),
  ].join('\n');
}
