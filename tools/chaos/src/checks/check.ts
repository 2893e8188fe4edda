/** The result of a check: its name, and whether it passed. */
export interface Check {
  readonly name: string;
  readonly holds: boolean;
  /** The figures behind it. */
  readonly detail: string;
}

/** The checks as a table, one a line. */
export function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks
    .map(({ name, holds, detail }) => `${holds ? '✓' : '✗'} ${name.padEnd(width)}   ${detail}`)
    .join('\n');
}

/** A number for people. */
export const figure = (value: number): string => value.toLocaleString('en');

/** `3 kills`, `1 kill`. */
export const counted = (value: number, noun: string): string =>
  `${figure(value)} ${noun}${value === 1 ? '' : 's'}`;
