import { aLoadForEachTest } from '../testing/a-load';

const load = aLoadForEachTest();

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const keyOf = (day: string) => `orders/2026/11/${day}/books.jsonl`;

const order = (number: number, over: object = {}) => ({
  number,
  kind: 'order',
  orderId: `SBW-${number}`,
  at: '2026-11-02T09:15:30.250Z',
  amount: 100 * number,
  currency: 'VND',
  ...over,
});
const close = (number: number, day: string, entries: number) => ({
  number,
  kind: 'close',
  day: `2026-11-${day}`,
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  entries,
});

async function put(day: string, ...lines: (object | string)[]): Promise<void> {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await load.bucket.put(keyOf(day), `${texts.join('\n')}\n`);
}

const entries = () =>
  load.warehouse.query(
    'shiny',
    'SELECT number::integer, entry_id, amount::integer FROM dash.book_entries ORDER BY number',
  );
const state = async () => (await load.warehouse.query('shiny', 'SELECT * FROM dash.books_state'))[0];

it('loads each line of a file once, however often it runs', async () => {
  await put(
    '02',
    order(1, { cartId: 'cart', byBrowser: true, userAgent: FIREFOX, consent: 'denied', isStaff: false }),
    { ...order(2), kind: 'refund', refundId: 'R-1', orderId: 'SBW-1' },
    close(3, '02', 2),
  );
  await load.run();
  await load.run();
  expect(await load.warehouse.query('shiny', 'SELECT * FROM book_entries ORDER BY line')).toEqual([
    expect.objectContaining({
      object_key: keyOf('02'),
      line: 1,
      number: '1',
      kind: 'order',
      entry_id: 'SBW-1',
      order_id: 'SBW-1',
      at: new Date('2026-11-02T09:15:30.250Z'),
      amount: '100',
      cart_id: 'cart',
      by_browser: true,
      browser: 'Firefox',
      device: 'desktop',
      consent: 'denied',
      is_staff: false,
    }),
    expect.objectContaining({
      kind: 'refund',
      entry_id: 'R-1',
      order_id: 'SBW-1',
      browser: null,
      consent: null,
    }),
  ]);
  expect(await load.count('book_files WHERE lines = 3 AND entries = 3 AND quarantined = 0')).toBe(1);
  expect(await state()).toMatchObject({
    time_zone: 'Asia/Ho_Chi_Minh',
    until: new Date('2026-11-02T17:00:00Z'),
    files: 1,
    missing_numbers: 0,
    quarantined: 0,
    contradictions: 0,
    open_days: 0,
    incomplete_files: 0,
  });
});

it('puts a bad line into quarantine with the reason, and loads the others; a file that is written again replaces it', async () => {
  await put('02', order(1), '{"broken', order(3, { amount: 'many' }), close(4, '02', 3));
  const notes: string[] = [];
  await load.run({ onNote: (line) => notes.push(line) });
  await load.run({ onNote: (line) => notes.push(line) });
  expect(notes).toEqual([
    expect.stringContaining(`${keyOf('02')}: 2 lines are in quarantine; line 2: not_json`),
  ]);
  const bad = await load.warehouse.query(
    'shiny',
    'SELECT line, number, reason, raw FROM book_quarantine ORDER BY line',
  );
  expect(bad).toEqual([
    { line: 2, number: null, reason: expect.stringContaining('not_json'), raw: '{"broken' },
    { line: 3, number: '3', reason: 'amount: expected number', raw: expect.stringContaining('many') },
  ]);
  expect(await state()).toMatchObject({ quarantined: 2, missing_numbers: 1, incomplete_files: 0 });
  await put('02', order(1), order(2), order(3), close(4, '02', 3));
  await load.run();
  expect(await entries()).toHaveLength(3);
  expect(await state()).toMatchObject({ quarantined: 0, missing_numbers: 0 });
});

it('reports numbers that no file has, days that no file closes, and files that are too short', async () => {
  await put('02', order(2), close(3, '02', 1));
  await put('04', order(6), close(7, '04', 2));
  await load.run();
  expect(
    await load.warehouse.query(
      'shiny',
      'SELECT first_number::integer, last_number::integer, missing::integer FROM dash.book_gaps ORDER BY 1',
    ),
  ).toEqual([
    { first_number: 1, last_number: 1, missing: 1 },
    { first_number: 4, last_number: 5, missing: 2 },
  ]);
  expect(await state()).toMatchObject({ missing_numbers: 3, open_days: 1, incomplete_files: 1 });
});

it('counts an entry once that two files have, and names it where they differ', async () => {
  await put('02', order(1), close(2, '02', 1));
  await put(
    '03',
    order(3, { orderId: 'SBW-1', amount: 100 }),
    order(4, { orderId: 'SBW-1', amount: 999 }),
    close(5, '03', 2),
  );
  await load.run();
  expect(await entries()).toEqual([{ number: 1, entry_id: 'SBW-1', amount: 100 }]);
  expect(await state()).toMatchObject({ contradictions: 1, missing_numbers: 0 });
});

it('leaves a file for the next run when it cannot be read, and when the time is up', async () => {
  await put('02', order(1), close(2, '02', 1));
  const { source } = load.bucket;
  const broken = { ...source, fetch: () => Promise.reject(new Error('no answer')) };
  const skipped: string[] = [];
  const result = await load.run({ onSkipped: (key, why) => skipped.push(`${key}: ${why}`) }, broken);
  expect(result).toMatchObject({ failed: 1 });
  expect(skipped).toEqual([`${keyOf('02')}: no answer`]);
  expect(await load.run({ isTimeUp: () => true })).toMatchObject({ more: true });
  expect(await entries()).toEqual([]);
  expect(await load.run()).toMatchObject({ failed: 0, more: false });
  expect(await entries()).toHaveLength(1);
});
