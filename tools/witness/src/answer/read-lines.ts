import type { Testimony } from './testimony';

/** Lines for people on all that was read and left out. */
export function readLines(testimony: Testimony): string[] {
  const { from, to, objects, waiting, unreadable, lines, events } = testimony;
  const count = (kind: string, what: string) => {
    const found = lines[kind] ?? 0;
    return found > 0 ? [`${found.toLocaleString('en')} ${what}`] : [];
  };
  return [
    `${events.toLocaleString('en')} events in ${objects.toLocaleString('en')} objects of the bucket, counted for ${from} to ${to}.`,
    ...[
      ...count(
        'other',
        'lines of other forms are left out: they are in the numbers of the warehouse, not in ours',
      ),
      ...count('unreadable', 'lines are not events: the warehouse has them in quarantine'),
      ...count('rejected', 'lines were rejected by ingest'),
      ...count('erased', 'lines were erased'),
      ...(waiting > 0 ? [`${waiting.toLocaleString('en')} objects wait for the next load`] : []),
      ...(unreadable.length > 0
        ? [`${unreadable.length.toLocaleString('en')} objects are broken gzip, the first is ${unreadable[0]}`]
        : []),
    ].map((line) => `${line}.`),
  ];
}
