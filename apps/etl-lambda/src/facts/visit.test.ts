import {
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  aPageView,
  aProductView,
} from '@clickstream/event-schema/testing';
import type { ClickstreamEvent } from '@clickstream/event-schema';
import { toWarehouseRow } from '../row/to-warehouse-row';
import { received } from '../testing/raw-events';
import { Visit, type SessionRow } from './visit';

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
  const visit = new Visit('session-1', first);
  for (const row of others) visit.add(row);
  return visit.toRow();
}

const minuteOf = (time: string | null): number | null =>
  time === null ? null : (Date.parse(time) - Date.parse('2026-11-02T09:00:00Z')) / 60_000;

const funnelOf = ({ viewed_at, carted_at, checkout_at, ordered_at }: SessionRow) =>
  [viewed_at, carted_at, checkout_at, ordered_at].map(minuteOf);

describe('the funnel of a session', () => {
  it('counts each step at or after the step before it', () => {
    expect(
      funnelOf(
        sessionOf([1, aProductView()], [1, anAddToCart()], [2, aCheckoutStart()], [2, aCheckoutComplete()]),
      ),
    ).toEqual([1, 1, 2, 2]);
  });

  it('passes over what came too early', () => {
    expect(funnelOf(sessionOf([1, anAddToCart()], [2, aProductView()], [3, anAddToCart()]))).toEqual([
      2,
      3,
      null,
      null,
    ]);
    expect(funnelOf(sessionOf([1, anAddToCart()], [2, aProductView()]))).toEqual([2, null, null, null]);
  });

  it('has no step whose predecessor is missing', () => {
    expect(funnelOf(sessionOf([1, aProductView()], [2, aCheckoutStart()], [3, aCheckoutComplete()]))).toEqual(
      [1, null, null, null],
    );
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

  it('comes through the channel of its first event', () => {
    const landing = aPageView({
      pageUrl: 'https://shop.example/?utm_source=zalo&utm_medium=social',
      referrer: null,
    });
    expect(sessionOf([5, aPageView()], [1, landing])).toMatchObject({
      channel: 'social',
      utm_source: 'zalo',
    });
  });

  it('begins with the event that its browser counted first, of those of one moment', () => {
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

  it('that goes on after a pause is direct: nothing has brought it', () => {
    expect(sessionOf([1, aPageView({ referrer: 'https://shop.example/cart' })]).channel).toBe('direct');
  });

  it('adds up orders and their revenue', () => {
    expect(sessionOf([1, aCheckoutComplete()], [2, aCheckoutComplete()])).toMatchObject({
      orders: 2,
      revenue: '47040000',
    });
  });
});
