import type { ClientBase } from 'pg';

/** The books of the shop against analytics. */
export interface BooksState {
  /** The last day that the shop has closed, YYYY-MM-DD. */
  readonly lastDay: string;
  /** Orders and refunds of the books. */
  readonly entries: number;
  /** Numbers that no file has, lines in quarantine, entries booked with two amounts. */
  readonly missingNumbers: number;
  readonly firstMissing: number | null;
  readonly quarantined: number;
  readonly contradictions: number;
  /** Orders and refunds that differ without an explanation, by class and reason, the most first. */
  readonly faults: readonly BooksClass[];
  /** Those that differ with one. */
  readonly explained: readonly BooksClass[];
}

/** Orders and refunds with one class and reason. */
export interface BooksClass {
  readonly name: string;
  readonly count: number;
}

/** Reads the state of the books; null when no day is loaded. */
export async function booksState(client: ClientBase): Promise<BooksState | null> {
  const { rows } = await client.query<Omit<BooksState, 'faults' | 'explained'>>(
    `SELECT last_day::text AS "lastDay", (SELECT count(*)::integer FROM dash.book_entries) AS entries,
       missing_numbers AS "missingNumbers", (SELECT min(first_number)::float8 FROM dash.book_gaps) AS "firstMissing",
       quarantined, contradictions
     FROM dash.books_state`,
  );
  const [state] = rows;
  if (!state) return null;
  const classes = await client.query<BooksClass & { is_fault: boolean }>(
    `SELECT concat_ws(': ', CASE kind WHEN 'refund' THEN 'refund ' ELSE '' END || replace(class, '_', ' '),
         replace(reason, '_', ' ')) AS name,
       is_fault, count(DISTINCT (order_id, refund_id))::integer AS count
     FROM dash.books_reconciled WHERE class <> 'matched' GROUP BY kind, class, reason, is_fault ORDER BY count DESC, name`,
  );
  const named = (isFault: boolean) =>
    classes.rows.filter((row) => row.is_fault === isFault).map(({ name, count }) => ({ name, count }));
  return { ...state, faults: named(true), explained: named(false) };
}

/** One line about the books, with the next step. */
export function booksLine(state: BooksState | null): string {
  if (!state) return 'Books: the shop has closed no day yet. npx nx close-books shop-lambda writes them.';
  const { lastDay, entries, faults, explained } = state;
  const incomplete = incompleteWords(state);
  if (incomplete) return `Books until ${lastDay} are incomplete: ${incomplete}`;
  const all = `${count(entries)} orders and refunds until ${lastDay}`;
  if (faults.length === 0) {
    const known = explained.length === 0 ? '' : `; explained: ${words(explained)}`;
    return `Books: of ${all} none differs from analytics without an explanation${known}.`;
  }
  const differing = sum(faults);
  const differ = differing === 1 ? 'one differs' : `${count(differing)} differ`;
  return `Books: of ${all} ${differ} from analytics: ${words(faults)}. The tab Books names each.`;
}

function incompleteWords(state: BooksState): string | null {
  const { missingNumbers, firstMissing, quarantined, contradictions } = state;
  if (missingNumbers > 0)
    return (
      `${count(missingNumbers)} numbered lines are in no file, the first is ${count(firstMissing ?? 0)}. ` +
      'Store the file of that day again: npx nx close-books shop-lambda -- <day>; then npm run etl.'
    );
  if (quarantined > 0)
    return `${count(quarantined)} lines cannot be read. Table book_quarantine has the reasons; correct the file, then npm run etl.`;
  if (contradictions > 0)
    return `${count(contradictions)} entries are booked with two amounts: dash.book_numbers.`;
  return null;
}

const words = (classes: readonly BooksClass[]) =>
  classes.map((each) => `${count(each.count)} ${each.name}`).join(', ');
const sum = (classes: readonly BooksClass[]) => classes.reduce((total, each) => total + each.count, 0);
const count = (value: number) => value.toLocaleString('en');
