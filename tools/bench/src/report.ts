/** Result of a benchmark. */
export interface Report {
  /** The first line is the header, the first cell of each line is its name. */
  readonly table: readonly (readonly string[])[];
  /** Facts that the table does not show, a line each. */
  readonly remarks: readonly string[];
}

/** The report with aligned columns for a terminal, or as a table of Markdown. */
export function formatReport({ table, remarks }: Report, form: 'terminal' | 'markdown'): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(3, ...table.map((line) => (line[column] ?? '').length)),
  );
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const padded = table.map((line) => line.map(pad));
  if (form === 'terminal')
    return [...padded.map((line) => line.join('   ').trimEnd()), ...remarks].join('\n');
  const [header, ...lines] = padded.map((line) => `| ${line.join(' | ')} |`);
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [header, `| ${rule.join(' | ')} |`, ...lines, ...remarks.map((remark) => `\n${remark}`)].join('\n');
}
