import { LEDGER_COUNTS, type LedgerCounts, type LedgerDifference, type LedgerReport } from './ledger-report';
import { booksLine } from './books-state';
import { alertLines } from './open-alerts';
import type { WaitingObjects } from './waiting-objects';

const HOUR_WIDTH = 'YYYY-MM-DD HH:MM'.length;

/** The report as lines for people. Times are in UTC. */
export function ledgerLines(report: LedgerReport, waiting: WaitingObjects, now: Date): string[] {
  return [
    'Events by the hour in which they were received (UTC), and where they are now:',
    ...tableOf(report),
    loadedLine(report, waiting, now),
    ...goneLines(waiting),
    quarantineLine(report),
    ...alertLines(report.alerts),
    booksLine(report.books),
    closingLine(report),
  ];
}

/** Differences of the ledger, one line each. */
export function differenceLines(differences: readonly LedgerDifference[]): string[] {
  return differences.map(({ hour, what, expected, found }) => {
    const gap = Math.abs(found - expected).toLocaleString('en');
    const place = hour !== null ? shownHour(hour) : isOfFacts(what) ? 'All hours' : 'No hour';
    const teller = isOfFacts(what) ? 'clickstream_events says' : 'the ledger says';
    return (
      `${place}: ${found.toLocaleString('en')} ${what}, ${teller} ${expected.toLocaleString('en')}: ` +
      `${gap} ${found < expected ? 'missing' : 'too many'}.`
    );
  });
}

function tableOf({ hours, total }: LedgerReport): string[] {
  if (hours.length === 0) return ['  nothing was received'];
  // Columns that are 0 everywhere are left out, except the terms of the equation.
  const columns = LEDGER_COUNTS.filter((name, index) => index < 6 || total[name] !== 0);
  const header = columns.map((name) => name.replaceAll('_', ' '));
  const widths = columns.map((name, index) =>
    Math.max(header[index]?.length ?? 0, total[name].toLocaleString('en').length),
  );
  const row = (first: string, cells: readonly string[]) =>
    `  ${first.padEnd(HOUR_WIDTH)}  ${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  ')}`;
  const counts = (of: LedgerCounts) => columns.map((name) => of[name].toLocaleString('en'));
  return [
    row('hour', header),
    ...hours.map((hour) => row(shownHour(hour.hour), counts(hour))),
    row(`total ${hours.length} h`, counts(total)),
  ];
}

function whatWaits(objects: number, oldest: string | null): string {
  if (objects === 0) return 'no object waits';
  if (objects === 1) return `1 object waits, ${oldest}`;
  return `${objects.toLocaleString('en')} objects wait, the oldest is ${oldest}`;
}

function loadedLine({ completeUntil }: LedgerReport, { objects, oldest }: WaitingObjects, now: Date): string {
  const loaded =
    completeUntil === null
      ? 'No run has loaded everything yet'
      : `Loaded is what was received until ${shownHour(completeUntil)}, ${minutesBetween(completeUntil, now)} ago`;
  return `${loaded}; ${whatWaits(objects, oldest)}.`;
}

function goneLines({ gone, astray }: WaitingObjects): string[] {
  const objects = (count: number, what: string) =>
    count === 1 ? `1 ${what} is` : `${count.toLocaleString('en')} ${what.replace('object', 'objects')} are`;
  const lines: string[] = [];
  if (gone > 0)
    lines.push(
      `${objects(gone, 'loaded object')} no longer in the bucket: a rebuild from it would lose what the warehouse has of that.`,
    );
  if (astray > 0)
    lines.push(
      `${objects(astray, 'object')} outside the folders of days (events/YYYY/MM/DD/), and never read.`,
    );
  return lines;
}

function quarantineLine({ quarantine }: LedgerReport): string {
  if (quarantine.length === 0) return 'Nothing is in quarantine.';
  const reasons = quarantine.map(({ reason, lines }) => `${lines.toLocaleString('en')} ${reason}`).join(', ');
  return `In quarantine: ${reasons}. npm run replay reads them again.`;
}

function closingLine({ hoursInAll, differences }: LedgerReport): string {
  if (differences.length > 0) {
    const count = differences.length === 1 ? 'one difference' : `${differences.length} differences`;
    return differences.every(({ what }) => isOfFacts(what))
      ? `The ledger closes, but not the facts: ${count}. npm run rebuild computes them again.`
      : `The ledger does not close: ${count}. npm run rebuild -- --from-s3 loads everything in the bucket again.`;
  }
  if (hoursInAll === 0) return 'The ledger is empty: nothing is loaded.';
  const hours = hoursInAll === 1 ? 'its one hour' : `all ${hoursInAll.toLocaleString('en')} hours`;
  return `The ledger closes for ${hours}, and its rows are in the warehouse.`;
}

const isOfFacts = (what: string) => what.startsWith('events in the facts: ');

function minutesBetween(time: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(time)) / 60_000));
  return minutes === 1 ? '1 minute' : `${minutes.toLocaleString('en')} minutes`;
}

const shownHour = (time: string) => time.slice(0, HOUR_WIDTH).replace('T', ' ');
