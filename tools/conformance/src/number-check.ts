/** One number that the warehouse must give. */
export interface NumberCheck {
  readonly name: string;
  /** Counted from the file by a reader that shares no code with the import. */
  readonly counted: string;
  /** The number known beforehand; null if it comes only from the file. */
  readonly known: string | null;
  /** Gives one row with one column, or several rows of a name and a number, which are joined. */
  readonly sql: string;
  /** The number by the source's definition if it differs from ours, and the reason. */
  readonly theirs?: { readonly value: string; readonly why: string };
}

/** A number with what the warehouse gave. */
export interface CheckedNumber extends NumberCheck {
  readonly got: string;
  readonly holds: boolean;
}

/** Questions that can be asked. */
export type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Asks the warehouse for each number. No tolerance: the texts of both must be the same. */
export async function checkNumbers(checks: readonly NumberCheck[], query: Query): Promise<CheckedNumber[]> {
  const checked: CheckedNumber[] = [];
  for (const check of checks) {
    const got = textOfRows(await query(check.sql));
    const holds = got === check.counted && (check.known === null || check.known === check.counted);
    checked.push({ ...check, got, holds });
  }
  return checked;
}

/** PostgreSQL writes sums of `numeric` with the decimals of their parts: 8518.140000 is 8518.14. */
function textOfRows(rows: readonly Readonly<Record<string, unknown>>[]): string {
  return rows.map((row) => Object.values(row).map(plainText).join(' ')).join(', ');
}

function plainText(value: unknown): string {
  const text = String(value ?? 'nothing');
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
