import { booksLine } from './books-state';
import { loadedHoursForEachTest } from '../testing/loaded-hours';

const stage = loadedHoursForEachTest();

const state = {
  lastDay: '2026-11-29',
  entries: 1234,
  missingNumbers: 0,
  firstMissing: null,
  quarantined: 0,
  contradictions: 0,
  faults: [],
  explained: [],
};

it('has one line for each state of the books, with the next step', () => {
  const explained = [{ name: 'missing: no consent', count: 10 }];
  const faults = [
    { name: 'wrong amount', count: 5 },
    { name: 'missing: lost', count: 1 },
  ];
  expect(booksLine(null)).toMatch(/closed no day yet\. npx nx close-books shop-lambda writes them\.$/);
  expect(booksLine(state)).toBe(
    'Books: of 1,234 orders and refunds until 2026-11-29 none differs from analytics without an explanation.',
  );
  expect(booksLine({ ...state, explained })).toMatch(/explanation; explained: 10 missing: no consent\.$/);
  expect(booksLine({ ...state, explained, faults })).toBe(
    'Books: of 1,234 orders and refunds until 2026-11-29 6 differ from analytics: 5 wrong amount, 1 missing: lost. The tab Books names each.',
  );
  expect(booksLine({ ...state, faults, missingNumbers: 3, firstMissing: 41 })).toMatch(
    /^Books until 2026-11-29 are incomplete: 3 numbered lines are in no file, the first is 41\. /,
  );
  expect(booksLine({ ...state, quarantined: 2 })).toContain('2 lines cannot be read. Table book_quarantine');
  expect(booksLine({ ...state, contradictions: 1 })).toContain('1 entries are booked with two amounts');
});

it('reads the books of the warehouse', async () => {
  await stage.warehouse.query(
    'admin',
    `INSERT INTO book_days VALUES ('orders/2026/11/02/books.jsonl', 3, 3, '2026-11-02', 'Asia/Ho_Chi_Minh', 'VND', 2);
     INSERT INTO book_entries (object_key, line, number, kind, entry_id, order_id, at, amount, currency, by_browser) VALUES
       ('orders/2026/11/02/books.jsonl', 1, 1, 'order', 'A', 'A', '2026-11-02 03:00Z', 100, 'VND', false),
       ('orders/2026/11/02/books.jsonl', 2, 2, 'order', 'B', 'B', '2026-11-02 03:00Z', 100, 'VND', NULL)`,
  );
  const { lines, code } = await stage.status();
  expect(lines).toContain(
    'Books: of 2 orders and refunds until 2026-11-02 one differs from analytics: 1 missing: unknown. The tab Books names each.',
  );
  expect(code).toBe(0);
});
