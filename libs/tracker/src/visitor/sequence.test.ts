import { browserStorage } from './browser-storage';
import { nextSequence } from './sequence';

beforeEach(() => localStorage.clear());

describe("the number of a browser's event", () => {
  it('counts up over tabs and reloads', () => {
    const [oneTab, otherTab] = [browserStorage(), browserStorage()];
    const numbers = [oneTab, otherTab, oneTab, browserStorage()].map(nextSequence);
    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  it.each(['not a number', 'Infinity', '1e400', '', '0.5'])(
    'starts over where another value is in its place: %p',
    (broken) => {
      localStorage.setItem('clickstream.sequence', broken);
      expect(nextSequence(browserStorage())).toBe(1);
    },
  );
});
