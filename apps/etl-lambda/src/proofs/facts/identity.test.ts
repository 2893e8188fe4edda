import { aCheckoutComplete, anOrder, aPageView } from '@clickstream/event-schema/testing';
import fc from 'fast-check';
import { aFactsTestBed, at } from '@clickstream/warehouse-load/testing';

const testBed = aFactsTestBed();
const { load, rowsOf } = testBed;

describe('the user behind a browser', () => {
  const order = (minute: number, orderId: string, userId: string | null) =>
    at(minute, aCheckoutComplete({ userId, order: anOrder({ orderId }) }));
  const buyers = async () =>
    Object.fromEntries(
      (await rowsOf('SELECT order_id, user_id FROM dash.orders ORDER BY order_id')).map(
        ({ order_id, user_id }) => [order_id, user_id],
      ),
    ) as Record<string, unknown>;

  it('is the first who signs in there, for earlier events', async () => {
    await load(order(1, 'a', null));
    expect(await buyers()).toEqual({ a: null });
    await load(at(9, aPageView({ userId: 'linh' })));
    expect(await buyers()).toEqual({ a: 'linh' });
  });

  it('is the user signed in before and after, and nobody after the last sign-out', async () => {
    await load(
      at(1, aPageView({ userId: 'linh' })),
      order(5, 'a', null),
      at(9, aPageView({ userId: 'linh' })),
    );
    await load(order(10, 'b', null));
    expect(await buyers()).toEqual({ a: 'linh', b: null });
  });

  it('is never two: users of one browser share no purchase', async () => {
    await load(order(1, 'before', null), order(2, 'of linh', 'linh'), order(4, 'between', null));
    await load(order(6, 'of minh', 'minh'), order(7, 'of minh too', null), order(8, 'of minh again', 'minh'));
    await load(order(9, 'after', null));
    expect(await buyers()).toEqual({
      before: 'linh',
      'of linh': 'linh',
      between: null,
      'of minh': 'minh',
      'of minh too': 'minh',
      'of minh again': 'minh',
      after: null,
    });
    // A late event shows that linh used it all the while: the time in between is certainly
    // nobody's.
    await load(at(20, aPageView({ userId: 'linh' })));
    expect(await buyers()).toMatchObject({
      between: 'linh',
      'of minh too': null,
      after: 'linh',
      'of minh': 'minh',
    });
  });

  it('is by the links the same as by all events, for any browser', async () => {
    const anyLinks = fc.uniqueArray(
      fc.tuple(fc.constantFrom('u1', 'u2', 'u3'), fc.nat({ max: 6 }), fc.nat({ max: 3 })),
      { selector: ([user]) => user },
    );
    await fc.assert(
      fc.asyncProperty(anyLinks, async (links) => {
        await testBed.warehouse.query('admin', 'DELETE FROM identity_links');
        for (const [user, from, length] of links) {
          await testBed.warehouse.query(
            'etl',
            `INSERT INTO identity_links VALUES ('c', $1, to_timestamp($2), to_timestamp($3), 1)`,
            [user, from, from + length],
          );
        }
        const linked = await testBed.warehouse.query(
          'shiny',
          `SELECT dash.user_behind('c', to_timestamp(second)) AS user FROM generate_series(-1, 11) AS second`,
        );
        const expected = linked.map((_, index) => {
          const second = index - 1;
          const there = links.filter(([, from, length]) => from <= second && second <= from + length);
          const next = Math.min(...links.map(([, from]) => from));
          const firsts = second < next ? links.filter(([, from]) => from === next) : [];
          const [[user] = [null], ...others] = there.length > 0 ? there : firsts;
          return { user: others.length === 0 ? user : null };
        });
        expect(linked).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('stays undone, through loads and rebuilds, until it is restored', async () => {
    await load(order(1, 'a', null), at(2, aPageView({ userId: 'linh' })));
    const change = (name: string) =>
      testBed.warehouse.query('admin', `SELECT ${name}('client-1', 'linh', 'a shared machine') AS done`);
    expect(await change('undo_identity_link')).toEqual([{ done: true }]);
    expect(await change('undo_identity_link')).toEqual([{ done: false }]);
    expect(await buyers()).toEqual({ a: null });
    await load(at(3, aPageView({ userId: 'linh' })));
    expect(await buyers()).toEqual({ a: null });
    expect(await change('restore_identity_link')).toEqual([{ done: true }]);
    expect(await buyers()).toEqual({ a: 'linh' });
    expect(
      await testBed.warehouse.query(
        'shiny',
        'SELECT nth, action, reason, done_by FROM identity_audit ORDER BY nth',
      ),
    ).toEqual([
      { nth: 1, action: 'made', reason: null, done_by: 'etl_writer' },
      { nth: 2, action: 'undone', reason: 'a shared machine', done_by: 'dw_admin' },
      { nth: 3, action: 'restored', reason: 'a shared machine', done_by: 'dw_admin' },
    ]);
  });
});
