import { timeOf } from '../../normalize/time/event-time';

/**
 * A time of any form in the form of our contract. An unreadable one stays as it is, and is reported
 * as a fault.
 */
export function isoTime(value: unknown): unknown {
  const time = timeOf(value);
  return typeof time === 'number' ? new Date(time).toISOString() : value;
}
