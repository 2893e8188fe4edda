import { sumOf, type TileAnswer } from './compare';

/** Numbers that differ and are named, for each tile. */
const NAMED = 10;

/** The table for people: one line a tile with its sum, and the numbers that differ below it. */
export function tableLines(answers: readonly TileAnswer[]): string[] {
  const rows = answers.map((answer) => {
    const [warehouse, witness] = (['warehouse', 'witness'] as const).map((side) =>
      sumOf(answer.numbers.map((number) => number[side])),
    );
    const cells = [`${answer.tab}: ${answer.name}`, String(answer.numbers.length), warehouse, witness];
    return { answer, cells: [...cells, difference(warehouse, witness)] };
  });
  const head = ['tile', 'numbers', 'warehouse', 'witness', 'difference'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => grouped(cells[column]).length)),
  );
  const line = (cells: readonly (string | undefined)[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? grouped(cell).padEnd(width) : grouped(cell).padStart(width);
      })
      .join('  ');
  return [line(head), ...rows.flatMap(({ answer, cells }) => [line(cells), ...differingLines(answer)])];
}

function differingLines({ differing }: TileAnswer): string[] {
  const named = differing.slice(0, NAMED).map(({ key, warehouse, witness }) => {
    return `  ${key}: warehouse ${grouped(warehouse)}, witness ${grouped(witness)}, difference ${grouped(difference(warehouse, witness))}`;
  });
  const rest = differing.length - named.length;
  return rest > 0 ? [...named, `  and ${rest.toLocaleString('en')} more: see --json`] : named;
}

/** The last line. */
export function closingLine(answers: readonly TileAnswer[]): string {
  const all = answers.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const differ = answers.reduce((sum, { differing }) => sum + differing.length, 0);
  if (all === 0) return 'There is nothing to compare: neither has a number for these days.';
  return differ === 0
    ? `${all.toLocaleString('en')} numbers agree.`
    : `${differ.toLocaleString('en')} of ${all.toLocaleString('en')} numbers differ.`;
}

const difference = (warehouse = '0', witness = '0') =>
  sumOf([warehouse, witness.startsWith('-') ? witness.slice(1) : `-${witness}`]);

/** A number with separators; any other text as it is. */
function grouped(text = ''): string {
  const [, sign = '', whole, part = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  return whole === undefined ? text : `${sign}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${part}`;
}
