import type { NumberCheck } from '../number-check';
import type { Check } from './check';
import { ACTION, actionOf, mostFrequent } from './count-sessions';
import type { Session } from './hits';

/** Google's names of channels under ours. */
const CHANNELS: Readonly<Record<string, string>> = {
  'Organic Search': 'organic_search',
  Referral: 'referral',
  Direct: 'direct',
  Social: 'social',
  'Paid Search': 'paid_search',
  Affiliates: 'affiliate',
  Display: 'display',
};

/** Sessions by device, channel and hour, and the product that is seen most. */
export function breakdownNumbers(sessions: readonly Session[], check: Check): NumberCheck[] {
  const sessionsBy = (column: string, value: string) =>
    `SELECT coalesce(sum(sessions), 0) FROM dash.sessions_hourly WHERE ${column} = '${value}'`;
  const countOf = (isCounted: (session: Session) => boolean) => sessions.filter(isCounted).length;
  const hourOf = ({ visitStartTime }: Session) => new Date(Number(visitStartTime) * 1_000).getUTCHours();
  const hours = [...new Set(sessions.map(hourOf))].sort((one, other) => one - other);
  return [
    ...['desktop', 'mobile', 'tablet'].map((device) =>
      check(
        `sessions on ${device}`,
        countOf((session) => session.device.deviceCategory === device),
        sessionsBy('device', device),
      ),
    ),
    ...Object.entries(CHANNELS).map(([theirs, ours]) =>
      check(
        `sessions by ${theirs}`,
        countOf(({ channelGrouping }) => channelGrouping === theirs),
        sessionsBy('channel', ours),
      ),
    ),
    ...hours.map((hour) =>
      check(
        `sessions begun at ${String(hour).padStart(2, '0')} h UTC`,
        countOf((session) => hourOf(session) === hour),
        `SELECT coalesce(sum(sessions), 0) FROM dash.sessions_hourly WHERE extract(hour FROM hour AT TIME ZONE 'UTC') = ${hour}`,
      ),
    ),
    check(
      'the product seen most',
      mostSeen(sessions),
      `SELECT product_id, sum(views) FROM dash.products_hourly GROUP BY product_id
         ORDER BY sum(views) DESC, product_id COLLATE "C" LIMIT 1`,
    ),
  ];
}

function mostSeen(sessions: readonly Session[]): string {
  const seen = sessions
    .flatMap(({ hits }) => hits)
    .filter((hit) => actionOf(hit) === ACTION.detail)
    .flatMap(({ product }) => (product ?? []).filter(({ isImpression }) => isImpression !== true))
    .map(({ productSKU }) => String(productSKU));
  return mostFrequent(seen);
}
