/** A figure for CloudWatch. Null is left out: it is not known. */
export interface Metric {
  readonly unit: 'Count' | 'Gigabytes' | 'None';
  readonly value: number | null;
}

/** The hour, in UTC, in which figures are written that change by the day. */
const DAILY_HOUR = 3;

/**
 * True in one hour of the day: a metric costs by the hours in which it is written, and one that is
 * written hourly $0.30 a month.
 */
export const isDailyHour = (at: Date): boolean => at.getUTCHours() === DAILY_HOUR;

/**
 * Writes metrics as one line of CloudWatch's embedded metric format, which needs no connection to
 * CloudWatch from the private subnet. `apps/infra` sets alarms on them by their names.
 *
 * @param namespace where CloudWatch stores them; each stage has its own, or one stage's
 *   figure would ring for the other
 */
export function writeMetrics(metrics: Readonly<Record<string, Metric>>, namespace: string, at: Date): void {
  const known = Object.entries(metrics).filter(([, { value }]) => value !== null);
  const line = {
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [[]],
          Metrics: known.map(([name, { unit }]) => ({ Name: name, Unit: unit })),
        },
      ],
    },
    ...Object.fromEntries(known.map(([name, { value }]) => [name, value])),
  };
  // Not the console: where logs are JSON, Lambda would wrap the line, and CloudWatch not find it.
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
