import type { Notice } from '@clickstream/tracker';
import { afterNotice, NOTHING, type Entry, type Inspected } from './entries';
import type { Fate } from './fates';
import { placeOf, statusOf, warehouseWords, warningsOf } from './words';

const line = (id: string, more: object = {}) =>
  JSON.stringify({
    eventName: 'search',
    eventId: id,
    eventTimestamp: '2026-12-01T08:00:00.000Z',
    search: { term: 'mouse' },
    ...more,
  });
const after = (...notices: Notice[]): Inspected => notices.reduce(afterNotice, NOTHING);
const answered = (lines: string[], status: number, ...rejected: number[]): Notice => ({
  step: 'answered',
  lines,
  status,
  answer:
    status === 202
      ? {
          accepted: lines.length - rejected.length,
          rejected: rejected.map((index) => ({ index, eventId: null, reason: 'search: is missing' })),
        }
      : undefined,
});
const words = ({ entries, dueAt }: Inspected, fate?: Fate) =>
  entries.map((entry) => statusOf(entry, fate, dueAt === null ? null : dueAt / 1000).words);

const FITS: Fate = { faults: [], isKnown: true, loaded: null, quarantined: null };
const only = ({ entries }: Inspected) => entries[0] as Entry;

describe('the state of an event in words', () => {
  const queued: Notice = { step: 'queued', line: line('a') };
  const other: Notice = { step: 'queued', line: line('b', { search: { term: 'desk' } }) };
  const sent: Notice = { step: 'sent', lines: [line('a')] };

  it('counts the seconds until it is sent', () => {
    expect(words(after(queued, { step: 'due', at: 12_000 }))).toEqual(['Queued, will be sent in 12 s']);
    expect(words(after(queued))).toEqual(['Queued, waits to be sent']);
  });

  it('goes on to sent, accepted and loaded', () => {
    expect(words(after(queued, sent))).toEqual(['Sent, not answered yet']);
    const accepted = after(queued, sent, answered([line('a')], 202));
    expect(words(accepted)).toEqual(['Accepted and stored in the bucket']);
    const loaded = { object: 'events/2026/12/01/08/x.jsonl.gz', line: 3, at: null, row: {} };
    expect(words(accepted, { ...FITS, loaded })).toEqual(['In the warehouse']);
    expect(placeOf({ ...FITS, loaded })).toBe('events/2026/12/01/08/x.jsonl.gz, line 3');
    expect(words(accepted, { ...FITS, quarantined: 'not_json' })).toEqual([
      'Put aside by the load: not_json',
    ]);
  });

  it('names the reason for each event of a request that was rejected', () => {
    const lines = [line('a'), line('b')];
    expect(words(after(queued, other, answered(lines, 202, 1)))).toEqual([
      'Accepted and stored in the bucket',
      'Rejected: search: is missing',
    ]);
  });

  it('says why it waits again, and that a request of one event was refused', () => {
    expect(words(after(queued, answered([line('a')], 0)))).toEqual([
      'Not taken (no answer), waits to be sent',
    ]);
    expect(words(after(queued, answered([line('a')], 503)))[0]).toContain('the server answered 503');
    expect(words(after(queued, other, answered([line('a'), line('b')], 400)))[0]).toContain('with others');
    expect(words(after(queued, answered([line('a')], 413)))).toEqual([
      'Rejected: the server refused the request (413)',
    ]);
  });

  it('shows the event as it was sent, with a title that came late', () => {
    const titled = line('a', { pageTitle: 'Mouse' });
    expect(only(after(queued, { step: 'sent', lines: [titled] })).event['pageTitle']).toBe('Mouse');
  });
});

describe('the warnings of an event', () => {
  it('are the faults by the contract, and a name that it does not know', () => {
    const entry = only(after({ step: 'queued', line: line('a') }));
    expect(warningsOf(entry, FITS)).toEqual([]);
    expect(warningsOf(entry, { ...FITS, faults: ['search.term: is missing'], isKnown: false })).toEqual([
      'By the contract, search.term: is missing.',
      'The contract does not know the name search: stored, and counted by name only.',
    ]);
  });

  it('tell a double under one id from one under two', () => {
    const again = after({ step: 'queued', line: line('a') }, { step: 'queued', line: line('a') });
    expect(again.entries.map(({ double }) => double)).toEqual([
      'Recorded twice under one id: it counts once.',
    ]);
    const at = (time: string) => line('b', { eventTimestamp: time });
    const twin = (time: string) =>
      after({ step: 'queued', line: line('a') }, { step: 'queued', line: at(time) }).entries[1]?.double;
    expect(twin('2026-12-01T08:00:00.200Z')).toContain('an event 200 ms before it: both count');
    expect(twin('2026-12-01T08:00:02.000Z')).toBeNull();
  });
});

describe('the words about the warehouse', () => {
  it('say where it cannot be reached, and nothing where it answers', () => {
    const fates = { loadedAt: '2026-12-01T08:00:00Z', events: {} };
    expect(warehouseWords({ ...fates, warehouse: 'absent' })).toContain('private network');
    expect(warehouseWords({ ...fates, warehouse: 'unreachable' })).toContain('does not answer');
    expect(warehouseWords({ ...fates, warehouse: 'asked', loadedAt: null })).toContain('Nothing has been');
    expect(warehouseWords({ ...fates, warehouse: 'asked' })).toBeNull();
  });
});
