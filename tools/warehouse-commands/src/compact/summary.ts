import type { Compacted, DayPlan } from '@clickstream/lake';

const count = (number: number) => number.toLocaleString('en');
const days = (number: number) => (number === 1 ? '1 day' : `${count(number)} days`);

/** A compaction in one line. */
export function compactedLine({ written, removed, unchanged, rows, bytes, factFiles }: Compacted): string {
  const size = rows === 0 ? '' : `, ${count(bytes)} bytes, ${(bytes / rows).toFixed(1)} for each event`;
  return (
    `Wrote ${days(written.length)}: ${count(rows)} events${size}; removed ${days(removed.length)}; ` +
    `${count(unchanged)} unchanged; ${count(factFiles)} files of facts.`
  );
}

/** A plan in one line, with the days if they are few. */
export function planLine({ write, remove, unchanged }: DayPlan): string {
  const named = write.length > 0 && write.length <= 10 ? ` (${write.map(({ day }) => day).join(', ')})` : '';
  const events = write.reduce((sum, day) => sum + day.events, 0);
  return (
    `Would write ${days(write.length)}${named}: ${count(events)} events; remove ${days(remove.length)}; ` +
    `${count(unchanged)} unchanged.`
  );
}
