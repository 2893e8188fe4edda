import type { Notice } from '@clickstream/tracker';

/** An event of this page, and how far it has come by what the tracker says. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** The event as it is sent. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly state: 'queued' | 'sent' | 'accepted' | 'rejected';
  /** Why it was rejected, or must be sent again. */
  readonly reason: string | null;
  /** The sign that it was recorded twice, if any. */
  readonly double: string | null;
}

export interface Inspected {
  /** The newest last. */
  readonly entries: readonly Entry[];
  /** When the waiting ones will be sent, in milliseconds since 1970. */
  readonly dueAt: number | null;
}

export const NOTHING: Inspected = { entries: [], dueAt: null };

/** Events that are kept. */
const KEPT = 200;
/** Two events with the same content within this time look like one that was recorded twice. */
const DOUBLE_MS = 1_000;

/** The events after a notice of the tracker. */
export function afterNotice({ entries, dueAt }: Inspected, notice: Notice): Inspected {
  switch (notice.step) {
    case 'queued':
      return { entries: withNew(entries, parsed(notice.line)), dueAt };
    case 'due':
      return { entries, dueAt: notice.at };
    case 'sent':
      return {
        // A late title has changed the event since it was queued.
        entries: changed(entries, notice.lines, (_, event) => ({ event, state: 'sent', reason: null })),
        dueAt: null,
      };
    case 'answered':
      return { entries: changed(entries, notice.lines, (index) => outcomeOf(notice, index)), dueAt };
  }
}

type Event = Readonly<Record<string, unknown>>;
type Answered = Extract<Notice, { readonly step: 'answered' }>;
type Change = Partial<Pick<Entry, 'event' | 'state' | 'reason'>>;

const parsed = (line: string) => JSON.parse(line) as Event;
const idOf = ({ eventId }: Event) => String(eventId);
const timeOf = ({ eventTimestamp }: Event) => Date.parse(String(eventTimestamp));

function withNew(entries: readonly Entry[], event: Event): readonly Entry[] {
  const id = idOf(event);
  const others = entries.filter((entry) => entry.id !== id);
  const isAgain = others.length < entries.length;
  const entry: Entry = {
    id,
    name: String(event['eventName']),
    event,
    state: 'queued',
    reason: null,
    double: isAgain ? 'Recorded twice under one id: it counts once.' : doubleOf(event, others),
  };
  return [...others, entry].slice(-KEPT);
}

function doubleOf(event: Event, entries: readonly Entry[]): string | null {
  const twin = entries.find(
    (entry) =>
      contentOf(entry.event) === contentOf(event) && timeOf(event) - timeOf(entry.event) <= DOUBLE_MS,
  );
  if (!twin) return null;
  const milliseconds = timeOf(event) - timeOf(twin.event);
  return `The same as an event ${milliseconds} ms before it: both count. Is it recorded twice?`;
}

const contentOf = (event: Event) =>
  JSON.stringify({ ...event, eventId: null, eventTimestamp: null, sequence: null });

function changed(
  entries: readonly Entry[],
  lines: readonly string[],
  change: (index: number, event: Event) => Change,
): readonly Entry[] {
  const events = lines.map(parsed);
  const indexes = new Map(events.map((event, index) => [idOf(event), index]));
  return entries.map((entry) => {
    const index = indexes.get(entry.id);
    return index === undefined ? entry : { ...entry, ...change(index, events[index] ?? {}) };
  });
}

function outcomeOf({ lines, status, answer }: Answered, index: number): Change {
  const refusal = answer?.rejected.find((rejection) => rejection.index === index);
  if (refusal) return { state: 'rejected', reason: refusal.reason };
  if (answer) return { state: 'accepted', reason: null };
  if (status !== 400 && status !== 413)
    return { state: 'queued', reason: status === 0 ? 'no answer' : `the server answered ${status}` };
  if (lines.length === 1) return { state: 'rejected', reason: `the server refused the request (${status})` };
  return { state: 'queued', reason: `refused in a request with others (${status})` };
}
