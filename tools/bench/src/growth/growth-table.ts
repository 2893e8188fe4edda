import type { Report } from '../report';
import type { VolumeFigures } from './measure-volume';
import type { TileTimes } from './tile-times';

/** A column for each warehouse, and a line for each figure. */
export function growthTable(volumes: readonly VolumeFigures[]): Report['table'] {
  const lines: readonly (readonly [string, (figures: VolumeFigures) => string])[] = [
    ['events in the warehouse', ({ events }) => whole(events)],
    ['of these, rows in the table of events', ({ storedEvents }) => whole(storedEvents)],
    ['load of an hour, events/s', ({ load }) => whole(load.eventsPerSecond)],
    ['load, CPU s of the ETL for a million', ({ load }) => load.cpuSecondsPerMillion.toFixed(1)],
    ['bytes an event', ({ bytesPerEvent }) => whole(bytesPerEvent.events + bytesPerEvent.facts)],
    ['… of these, facts, sums, manifest', ({ bytesPerEvent }) => whole(bytesPerEvent.facts)],
    ...tileLines('30 days', ({ tiles }) => tiles.month),
    ...tileLines('90 days', ({ tiles }) => tiles.quarter),
    ['events of the compacted day', ({ compaction }) => whole(compaction.dayEvents)],
    ['first compaction: it and all facts, s', ({ compaction }) => compaction.firstSeconds.toFixed(1)],
    ["a night's: it and a day's facts, s", ({ compaction }) => compaction.seconds.toFixed(1)],
    ["a night's, CPU s without PostgreSQL", ({ compaction }) => compaction.cpuSeconds.toFixed(1)],
    ['compaction, peak RSS MB', ({ compaction }) => whole(compaction.peakRssBytes / 1e6)],
  ];
  return [['', ...volumes.map(header)], ...lines.map(([name, figure]) => [name, ...volumes.map(figure)])];
}

function tileLines(range: string, of: (figures: VolumeFigures) => TileTimes) {
  return [
    [`questions, ${range}, p50 ms`, (figures: VolumeFigures) => milliseconds(of(figures).p50)],
    [`questions, ${range}, p95 ms`, (figures: VolumeFigures) => milliseconds(of(figures).p95)],
    [`questions, ${range}, slowest ms`, (figures: VolumeFigures) => milliseconds(of(figures).slowest.ms)],
    [
      `questions, ${range}, stopped after 20 s`,
      (figures: VolumeFigures) => whole(of(figures).stopped.length),
    ],
  ] as const;
}

const header = ({ events }: VolumeFigures): string => `${Number((events / 1e6).toPrecision(3))} M`;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (value: number): string => (value === Infinity ? 'stopped' : whole(value));
