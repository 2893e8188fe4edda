import {
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  anEventNamed,
  aPageView,
  aProductView,
} from '@clickstream/event-schema/testing';
import type { ClickstreamEvent } from '@clickstream/event-schema';
import { toWarehouseRow } from '../../row/to-warehouse-row';
import { received } from '../../testing/raw-events';
import { SessionBuilder, type SessionRow } from './session-builder';

/** The session of events at so many minutes past nine. */
function sessionOf(...events: (readonly [minute: number, event: ClickstreamEvent])[]): SessionRow {
  const rows = events.map(([minute, event], index) => {
    const eventTimestamp = new Date(Date.parse('2026-11-02T09:00:00Z') + minute * 60_000).toISOString();
    const place = { objectKey: 'events/2026/11/02/09/a', objectId: 1, line: index + 1, keyTime: 0 };
    const result = toWarehouseRow(received({ ...event, eventTimestamp }), place);
    if (!result.ok) throw new Error(result.detail);
    return result.row;
  });
  const [first, ...others] = rows;
  if (!first) throw new Error('A session has events.');
  const builder = new SessionBuilder('session-1', first);
  for (const row of others) builder.add(row);
  return builder.toRow();
}

const minuteOf = (time: string | null): number | null =>
  time === null ? null : (Date.parse(time) - Date.parse('2026-11-02T09:00:00Z')) / 60_000;

const stepsOf = ({ viewed_at, carted_at, checkout_at }: SessionRow) =>
  [viewed_at, carted_at, checkout_at].map(minuteOf);

describe('the steps of a session', () => {
  it('count at or after its first product view', () => {
    expect(stepsOf(sessionOf([1, aProductView()], [1, anAddToCart()], [2, aCheckoutStart()]))).toEqual([
      1, 1, 2,
    ]);
  });

  it('do not count before it', () => {
    expect(stepsOf(sessionOf([1, anAddToCart()], [2, aProductView()], [3, anAddToCart()]))).toEqual([
      2,
      3,
      null,
    ]);
    expect(stepsOf(sessionOf([1, anAddToCart()], [2, aProductView()]))).toEqual([2, null, null]);
  });

  it('also count from its beginning when it continues in an open page', () => {
    const row = sessionOf([1, anAddToCart()], [2, aProductView()], [3, anEventNamed('checkout_step')]);
    expect(row.is_resumed).toBe(true);
    expect([row.resumed_carted_at, row.resumed_checkout_at].map(minuteOf)).toEqual([1, 3]);
    expect(sessionOf([1, aPageView()], [2, anAddToCart()])).toMatchObject({
      is_resumed: false,
      resumed_carted_at: null,
    });
  });
});

describe('a session', () => {
  it('has the strongest login state that it reached', () => {
    const state = (...states: ('anonymous' | 'guest' | 'logged_in' | null)[]) =>
      sessionOf(...states.map((userLoginState, minute) => [minute, aPageView({ userLoginState })] as const))
        .login_state;
    expect(state('anonymous', 'logged_in', 'guest')).toBe('logged_in');
    expect(state('anonymous', 'guest')).toBe('guest');
    expect(state(null, 'anonymous')).toBe('anonymous');
    expect(state(null)).toBe('unknown');
  });

  it('comes through the channel of its first page', () => {
    const landing = aPageView({
      pageUrl: 'https://shop.example/?utm_source=zalo&utm_medium=social',
      referrer: null,
    });
    expect(sessionOf([5, aPageView()], [1, landing])).toMatchObject({
      channel: 'social',
      utm_source: 'zalo',
    });
  });

  it('begins with the event that its browser counted first, among events of one moment', () => {
    const nth = (sequence: number | null, path: string, id: string) =>
      [1, aPageView({ sequence, pageUrl: `https://shop.example/${path}`, eventId: id })] as const;
    const early = '019a4341-0000-7abc-8def-000000000000';
    const late = '019a4342-0000-7abc-8def-000000000000';
    expect(sessionOf(nth(10, 'b', early), nth(9, 'a', late))).toMatchObject({
      entry_path: '/a',
      exit_path: '/b',
    });
    expect(sessionOf(nth(0, 'b', early), nth(null, 'a', late))).toMatchObject({
      entry_path: '/a',
      exit_path: '/b',
    });
    expect(sessionOf(nth(5, 'b', late), nth(5, 'a', early))).toMatchObject({
      entry_path: '/a',
      exit_path: '/b',
    });
  });

  it('that resumes after a pause is direct', () => {
    expect(sessionOf([1, aPageView({ referrer: 'https://shop.example/cart' })]).channel).toBe('direct');
  });

  it('that resumes in an open page is not credited to the campaign in its address', () => {
    const pageUrl = 'https://shop.example/p/1?utm_source=zalo&utm_medium=social&utm_campaign=tet';
    expect(
      sessionOf([1, anAddToCart({ pageUrl })], [2, aPageView({ pageUrl: 'https://shop.example/cart' })]),
    ).toMatchObject({
      channel: 'direct',
      utm_source: null,
      utm_campaign: null,
    });
    expect(sessionOf([1, aCheckoutComplete({ pageUrl })])).toMatchObject({ channel: 'direct' });
  });

  it('takes its channel from its first page, even when its tracker reports something before', () => {
    const pageUrl = 'https://shop.example/p/1?utm_source=zalo&utm_medium=social';
    const start = { ...aPageView({ pageUrl }), eventName: 'session_start' } as ClickstreamEvent;
    expect(sessionOf([1, start], [1, aPageView({ pageUrl })])).toMatchObject({ channel: 'social' });
    expect(sessionOf([1, start])).toMatchObject({ channel: 'social' });
  });
});
