import fc from 'fast-check';
import { aWarehouse, type TestWarehouse } from './testing/a-warehouse';
import { creditsOf, touchesOf, type Order, type Session } from './testing/brute-force-credits';

const MODELS = ['first', 'last', 'last_non_direct', 'linear', 'position', 'time_decay'];
const DAY = 86_400;
let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});
beforeEach(() => warehouse.empty('sessions', 'orders', 'order_touches', 'refunds', 'identity_links'));
afterAll(() => warehouse.close());

async function put(sessions: readonly Session[], orders: readonly Order[]): Promise<void> {
  for (const { id, client, user, at, channel, isBot } of sessions) {
    await warehouse.query(
      'etl',
      `INSERT INTO sessions (session_id, client_id, user_id, started_at, ended_at, started_hour, events, page_views,
         is_bot, is_staff, login_state, device, channel, is_resumed, is_clock_corrected)
       VALUES ($1, $2, $3, to_timestamp($4), to_timestamp($4), to_timestamp($4), 1, 1, $5, false, 'guest', 'mobile', $6,
         false, false)`,
      [id, client, user, at, isBot, channel],
    );
    if (user === null) continue;
    await warehouse.query(
      'etl',
      `INSERT INTO identity_links VALUES ($1, $2, to_timestamp($3), to_timestamp($3), 1)
       ON CONFLICT (client_id, user_id) DO UPDATE SET first_at = least(identity_links.first_at, excluded.first_at),
         last_at = greatest(identity_links.last_at, excluded.last_at)`,
      [client, user, at],
    );
  }
  for (const { id, client, session, user, at, net } of orders) {
    await warehouse.query(
      'etl',
      `INSERT INTO orders (order_id, placed_at, client_id, session_id, user_id, gross, pieces, is_bot, is_staff, completions)
       VALUES ($1, to_timestamp($2), $3, $4, $5, $6, 1, false, false, 1)`,
      [id, at, client, session, user, net],
    );
  }
  await renew();
}

/** Computes the credits of all orders, as a load does of those that may have changed. */
const renew = () => warehouse.query('etl', 'SELECT renew_order_touches(array_agg(order_id)) FROM orders');

const credits = (model: string) =>
  warehouse.query(
    'shiny',
    `SELECT order_id, session_id, channel, orders, net FROM dash.order_credits WHERE model = $1 ORDER BY order_id, place`,
    [model],
  );

const session = (id: string, day: number, channel: string, more: Partial<Session> = {}): Session => ({
  ...{ id, client: 'phone', user: null, at: day * DAY, channel, isBot: false },
  ...more,
});
const order = (day: number, more: Partial<Order> = {}): Order => ({
  ...{ id: 'o', client: 'phone', session: null, user: null, at: day * DAY, net: 100 },
  ...more,
});

describe('dash.order_credits', () => {
  it.each([
    ['first', { email: '100.00' }],
    ['last', { direct: '100.00' }],
    ['last_non_direct', { display: '100.00' }],
    ['linear', { email: '33.33', display: '33.34', direct: '33.33' }],
    ['position', { email: '40.00', display: '20.00', direct: '40.00' }],
    // 7 and 14 days before the last session: 1/4, 1/2 and 1 of a weight.
    ['time_decay', { email: '14.29', display: '28.57', direct: '57.14' }],
  ])('shares 100 out by the model %s', async (model, expected) => {
    await put(
      [session('a', 1, 'email'), session('b', 8, 'display'), session('c', 15, 'direct')],
      [order(15, { session: 'c' })],
    );
    const actual = (await credits(model)).map(({ channel, net }) => [channel, Number(net).toFixed(2)]);
    expect(Object.fromEntries(actual)).toEqual(expected);
  });

  it('follows a user from one browser to another', async () => {
    await put(
      [
        session('ad', 1, 'paid_social', { client: 'phone' }),
        session('in', 2, 'direct', { client: 'phone', user: 'linh' }),
        session('home', 3, 'email', { client: 'laptop', user: 'linh' }),
      ],
      [order(3, { client: 'laptop', session: 'home', user: 'linh' })],
    );
    expect(await credits('first')).toMatchObject([{ session_id: 'ad', channel: 'paid_social', orders: 1 }]);
  });

  it('leaves out the sessions of another user of the same browser', async () => {
    await put(
      [
        session('hers', 1, 'paid_social', { user: 'linh' }),
        session('between', 2, 'email'),
        session('his', 3, 'direct', { user: 'minh' }),
      ],
      [order(3, { session: 'his', user: 'minh' })],
    );
    expect(await credits('linear')).toMatchObject([{ session_id: 'his', orders: 1 }]);
  });

  it('credits at most the last 200 sessions before an order, should a sender name one browser for all', async () => {
    const sessions = Array.from({ length: 205 }, (_, n) => session(`v${n}`, 1 + n / 10, 'email'));
    await put(sessions, [order(25)]);
    const actual = await credits('linear');
    expect([actual.length, actual[0]?.['session_id']]).toEqual([200, 'v5']);
  });

  it('credits an order without sessions to the channel unknown', async () => {
    await put([], [order(3, { client: null })]);
    expect(await credits('linear')).toEqual([
      { order_id: 'o', session_id: null, channel: 'unknown', orders: 1, net: '100' },
    ]);
  });

  it('credits what remains after refunds', async () => {
    await put([session('a', 1, 'email')], [order(1, { session: 'a' })]);
    await warehouse.query(
      'etl',
      `INSERT INTO refunds (order_id, refund_key, amount, refunded_at, refunded_event_id, login_state, is_bot, is_staff, told)
       VALUES ('o', '30', 30, to_timestamp(99999), gen_random_uuid(), 'guest', false, false, 1)`,
    );
    await renew();
    expect(await credits('last')).toMatchObject([{ net: '70' }]);
  });

  it('equals a count by hand, for any sessions and orders, and adds up to each order', async () => {
    const anySession = fc.record({
      client: fc.constantFrom('phone', 'laptop', 'tablet', 'stranger'),
      signsIn: fc.boolean(),
      at: fc.oneof(fc.nat({ max: 40 * DAY }), fc.constantFrom(0, 10 * DAY, 35 * DAY)),
      channel: fc.constantFrom('direct', 'email', 'paid_search', 'social'),
      isBot: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    });
    const anyOrder = fc.record({
      client: fc.option(fc.constantFrom('phone', 'laptop', 'tablet', 'stranger')),
      ownSession: fc.boolean(),
      at: fc.integer({ min: 1, max: 45 * DAY }),
      net: fc.oneof(
        fc.integer({ min: 0, max: 9_000_000 }),
        fc.integer({ max: 99_999, min: 0 }).map((n) => n / 100),
      ),
    });
    // Phone and laptop belong to one user. A browser that two users share is tested separately.
    const owners: Record<string, string> = { phone: 'linh', laptop: 'linh', tablet: 'minh', stranger: 'an' };
    await fc.assert(
      fc.asyncProperty(
        fc.array(anySession, { maxLength: 12 }),
        fc.array(anyOrder, { minLength: 1, maxLength: 4 }),
        async (drawnSessions, drawnOrders) => {
          const sessions = drawnSessions.map(({ signsIn, ...rest }, n) => ({
            ...rest,
            id: `v${n}`,
            user: signsIn ? (owners[rest.client] ?? null) : null,
          }));
          const orders = drawnOrders.map(({ ownSession, ...rest }, n) => {
            const own = ownSession ? sessions.find(({ client }) => client === rest.client) : undefined;
            return { ...rest, id: `o${n}`, session: own?.id ?? null, user: own?.user ?? null };
          });
          await warehouse.empty('sessions', 'orders', 'order_touches', 'refunds', 'identity_links');
          await put(sessions, orders);
          for (const model of MODELS) {
            const actual = await credits(model);
            for (const one of orders) {
              const parts = actual.filter(({ order_id }) => order_id === one.id);
              const expected = creditsOf(model, one, touchesOf(one, sessions));
              expect(parts.map(({ session_id, channel }) => [session_id, channel])).toEqual(
                expected.map(({ session: id, channel }) => [id, channel]),
              );
              parts.forEach(({ orders: share, net }, n) => {
                expect(Number(share)).toBeCloseTo(expected[n]?.share ?? NaN, 9);
                expect(Math.abs(Number(net) - one.net * (expected[n]?.share ?? NaN))).toBeLessThan(0.011);
              });
              const cents = parts.reduce((sum, { net }) => sum + Math.round(Number(net) * 100), 0);
              expect(cents).toBe(Math.round(one.net * 100));
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
