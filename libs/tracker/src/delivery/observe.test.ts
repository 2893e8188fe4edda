import { aNewPageForEachTest, aTracker, theServer } from '../testing/a-tracker';
import type { Notice } from './observe';

aNewPageForEachTest();

const steps = (notices: readonly Notice[]) => notices.map(({ step }) => step);

describe('an observer of the tracker', () => {
  it('learns that an event waits and until when, that it is sent, and the answer', async () => {
    const notices: Notice[] = [];
    const tracker = aTracker({ observe: (notice) => notices.push(notice), flushAfter: 9_000 });
    const rejected = [{ index: 0, eventId: null, reason: 'search: is missing' }];
    theServer().answers.push({ status: 202, body: { accepted: 0, rejected } });
    const before = Date.now();
    tracker.track('search', { search: { term: 'mouse' } });
    await tracker.flush();
    expect(steps(notices)).toEqual(['queued', 'due', 'sent', 'answered']);
    const [queued, due, sent, answered] = notices as [
      Notice & { line: string },
      Notice & { at: number },
      Notice & { lines: string[] },
      Notice,
    ];
    expect(JSON.parse(queued.line)).toMatchObject({ eventName: 'search', search: { term: 'mouse' } });
    expect(due.at).toBeGreaterThanOrEqual(before + 9_000);
    expect(sent.lines).toEqual([queued.line]);
    expect(answered).toMatchObject({ lines: [queued.line], status: 202, answer: { rejected } });
  });

  it('learns of a request without an answer, and when the next one is planned', async () => {
    const notices: Notice[] = [];
    const tracker = aTracker({ observe: (notice) => notices.push(notice) });
    theServer().answers.push('offline');
    tracker.custom('size_guide_open');
    await tracker.flush();
    expect(steps(notices)).toEqual(['queued', 'due', 'sent', 'answered', 'due']);
    expect(notices[3]).toMatchObject({ status: 0, answer: undefined });
  });
});
