import { browserStorage } from '../visitor/browser-storage';
import { countLoss, reportLosses } from './losses';

const reported = () => {
  const reports: object[] = [];
  reportLosses(browserStorage(), (report) => reports.push(report));
  return reports;
};

beforeEach(() => localStorage.clear());

describe('the count of lost events', () => {
  it('is summed by reason, over pages, and reported once', () => {
    countLoss(browserStorage(), 'queue_full', 2);
    countLoss(browserStorage(), 'queue_full', 3);
    countLoss(browserStorage(), 'rejected', 1);
    expect(reported()).toEqual([
      { lost: 5, reason: 'queue_full' },
      { lost: 1, reason: 'rejected' },
    ]);
    expect(reported()).toEqual([]);
  });

  it('is not reported when it is 0', () => {
    countLoss(browserStorage(), 'storage_failed', 0);
    expect(reported()).toEqual([]);
  });

  it('is counted also while it is reported', () => {
    const storage = browserStorage();
    countLoss(storage, 'queue_full', 2);
    reportLosses(storage, () => countLoss(storage, 'queue_full', 7));
    expect(reported()).toEqual([{ lost: 7, reason: 'queue_full' }]);
  });
});
