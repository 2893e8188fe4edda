import type { JourneyEvent } from './funnel-question';

/** Options of ClickHouse's windowFunnel. */
export type Mode = 'strict_order' | 'strict_deduplication' | 'strict_increase' | 'strict_once';

/** A journey, and how far ClickHouse's windowFunnel brings it. */
export interface WindowFunnelCase {
  readonly journey: string;
  readonly steps: string;
  readonly window: number;
  readonly modes: readonly Mode[];
  readonly level: number;
}

/** Events as `name@minute` or `name:product@minute`, one behind the other. */
export const journeyOf = (text: string): JourneyEvent[] =>
  text.split(' ').map((one) => {
    const [, name = '', product, minute] = /^(\w+)(?::(\w+))?@(\d+)$/.exec(one) ?? [];
    return { name, product: product ?? null, at: Number(minute) };
  });

const cases = (journey: string, ...rows: [string, number, Mode[], number][]): WindowFunnelCase[] =>
  rows.map(([steps, window, modes, level]) => ({ journey, steps, window, modes, level }));

const LONG = 10_000;
const DAY = 86_400;
const order: Mode[] = ['strict_order'];
const unique: Mode[] = ['strict_deduplication'];
const later: Mode[] = ['strict_increase'];
const once: Mode[] = ['strict_once'];

/** A journey in the three modes of one table: plain, in strict order, and with no repeats. */
const strictly = (journey: string, plain: number, strict: number, noRepeats: number): WindowFunnelCase[] =>
  cases(
    journey,
    ['a b c', DAY, [], plain],
    ['a b c', DAY, order, strict],
    ['a b c', DAY, [...unique, ...order], noRepeats],
  );

/**
 * Facts of ClickHouse's own test of windowFunnel, 00632_aggregation_window_funnel, retyped. A
 * second is a minute here. Left out: funnels of one step, which are none here.
 */
export const WINDOW_FUNNEL_CASES: readonly WindowFunnelCase[] = [
  ...cases(
    'a@0 b@1 c@2 d@3 e@4 f@5 g@6 h@7 i@8',
    ['a b', LONG, [], 2],
    ['a b c', LONG, [], 3],
    ['a b c i', LONG, [], 4],
    ['d e f g h', 2, [], 3],
    ['d e f g h', 3, [], 4],
    ['d e f g h', 4, [], 5],
    ['b i', LONG, [], 2],
    ['i b', LONG, [], 1],
  ),
  // Numbers up to 7, from 2, up to 6 and from 4: an event may be any of these steps.
  ...cases('n:1@1 n:2@2 n:3@3 n:4@4 n:5@5 n:6@6 n:7@7 n:8@8', [
    'n:1|2|3|4|5|6|7 n:2|3|4|5|6|7|8 n:1|2|3|4|5|6 n:4|5|6|7|8',
    ...([4, [], 4] as const satisfies [number, Mode[], number]),
  ]),
  ...cases(
    'a@0 b@10 c@20 d@30 e@40 f@50 f@51 g@60 h@70 i@80',
    ['a b c d e f g', LONG, unique, 6],
    ['a b c d e f g', LONG, [], 7],
  ),
  ...strictly('a@1 b@2 c@3', 3, 3, 3),
  ...strictly('a@1 d@2 b@3 c@4', 3, 1, 1),
  ...strictly('a@1 a@2 b@3 b@4 c@5 c@6', 3, 3, 2),
  ...strictly('a@1 a@2 a@3 a@4 b@5 b@6 c@7 c@8', 3, 3, 2),
  ...strictly('a@1 a@2 b@3 b@4 d@5 c@6 c@7', 3, 2, 2),
  ...strictly('c@1 c@2 b@3 b@4 a@5 a@6', 1, 1, 1),
  ...cases('a@1 c@2 b@3', ['a b c', 10, order, 1]),
  ...cases('a@1 b@2 c@3 b@4 d@5', ['a b c d', DAY, unique, 3]),
  ...cases('a1:b1@1 a2:b2@2', ['a1 a2', DAY, [], 2], ['a1 a2:b2', DAY, [], 2]),
  ...cases('a1@1 a2@2', ['a1 a2', DAY, [], 2], ['a1 a2:b2', DAY, [], 1]),
  ...cases('none@1', ['a1 a2', DAY, [], 0], ['none none:b3', DAY, [], 1], ['none none:b3', DAY, order, 1]),
  ...cases(
    'none:b1@1 a2@2 none:b3@3',
    ['a1 a2', DAY, [], 0],
    ['none none:b3', DAY, [], 2],
    ['none none:b3', DAY, order, 1],
  ),
  ...cases(
    'a@0 b@1 c@1 d@1 e@2',
    ['a b c d e', LONG, [], 5],
    ['a b c d e', LONG, later, 2],
    ['e e e', LONG, [], 3],
    ['e e e', LONG, once, 1],
    ['e e e', LONG, later, 1],
  ),
  ...[[...once, ...later], once, [...once, ...unique]].flatMap((modes) => [
    ...cases('failure@180 failure@220 success@250', ['failure failure success', 200, modes, 3]),
    ...cases('failure@100 failure@250', ['failure failure success', 200, modes, 2]),
    ...cases('success@200 failure@210 success@230', ['failure failure success', 200, modes, 1]),
  ]),
];
