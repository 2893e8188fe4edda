import type { VolumeFigures } from '../measure-volume';
import { DAYS } from '../days';
import { reaches } from './reaches';

/** Seconds that Lambda gives a run. */
const LAMBDA_SECONDS = 900;
/** The share of a core that Lambda gives the ETL: a core comes with 1,769 MB, and it has 1,024. */
const LAMBDA_CORES = 1024 / 1769;
/** An hour of how many times the average shall be loaded in one run. */
const BUSY_HOUR = 3;
const HOURS_A_MONTH = 730;
const MONTH_DAYS = 30;
/** The volume of the standard profile, of which a quarter is left free. */
const VOLUME_GIB = 70;
const USED_SHARE = 0.75;
/** After which PostgreSQL stops a question of the dashboards. */
const QUESTION_MS = 20_000;

/**
 * Lines that say at how many events a month each part reaches its limit, as the largest warehouse
 * measures it. What grows beyond that is assumed to go on as between the last two.
 */
export function whenFull(volumes: readonly VolumeFigures[]): string[] {
  const last = volumes.at(-1);
  if (!last) return [];
  const aMonth = (events: number) => (events * MONTH_DAYS) / DAYS;
  const { load, bytesPerEvent, tiles, compaction } = last;
  const loaded = (LAMBDA_SECONDS * LAMBDA_CORES * 1e6) / load.cpuSecondsPerMillion;
  const bytes = bytesPerEvent.events + bytesPerEvent.facts;
  const held = (VOLUME_GIB * 2 ** 30 * USED_SHARE) / bytes;
  const grown = (figure: (figures: VolumeFigures) => number, limit: number) =>
    reaches(
      volumes.map((each) => [each.events, figure(each)]),
      limit,
    );
  const month = grown((each) => each.tiles.month.slowest.ms, QUESTION_MS);
  const quarter = grown((each) => each.tiles.quarter.slowest.ms, QUESTION_MS);
  const day = grown((each) => each.compaction.seconds, LAMBDA_SECONDS);
  return [
    `Load: a run of ${LAMBDA_SECONDS} s with ${LAMBDA_CORES.toFixed(2)} of a core loads ${round(loaded)} events (${load.cpuSecondsPerMillion.toFixed(1)} s of CPU for a million): ` +
      `an hour of ${BUSY_HOUR} times the average of ${round((loaded * HOURS_A_MONTH) / BUSY_HOUR)} events a month.`,
    `Disk: ${VOLUME_GIB} GiB, a quarter left free, hold ${round(held)} events of ${Math.round(bytes)} bytes: ` +
      `25 months of ${round(held / 25)}, 13 of ${round(held / 13)}, 3 of ${round(held / 3)} a month.`,
    `Questions over 30 days: the slowest (${tiles.month.slowest.question}) ${limitAt(month, aMonth)} is stopped.`,
    `Questions over 90 days: the slowest (${tiles.quarter.slowest.question}) ${limitAt(quarter, aMonth)} is stopped.`,
    ...volumes.flatMap(stoppedAt),
    `Compaction of a night, ${compaction.seconds.toFixed(0)} s for ${round(compaction.dayEvents)} events, ${limitAt(day, aMonth)} takes ${LAMBDA_SECONDS} s.`,
  ];
}

function stoppedAt({ events, tiles }: VolumeFigures): string[] {
  const names = [...new Set([...tiles.month.stopped, ...tiles.quarter.stopped])];
  return names.length === 0 ? [] : [`Stopped in the warehouse of ${round(events)}: ${names.join('; ')}.`];
}

const limitAt = (events: number | undefined, aMonth: (events: number) => number): string =>
  events === undefined
    ? 'does not grow, and at no measured volume'
    : `at ${round(events)} events, ${round(aMonth(events))} a month,`;

/** Two digits, in thousands, millions or billions. */
function round(events: number): string {
  const [unit, name] = (
    [
      [1e9, 'billion'],
      [1e6, 'M'],
      [1e3, 'thousand'],
    ] as const
  ).find(([size]) => events >= size) ?? [1, ''];
  return `${Number((events / unit).toPrecision(2))} ${name}`.trim();
}
