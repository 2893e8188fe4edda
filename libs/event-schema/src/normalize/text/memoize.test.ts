import { memoize } from './memoize';

describe('a function that remembers', () => {
  it('reads a text once, and gives the same for it each time', () => {
    const read = jest.fn((text: string) => ({ text }));
    const remembered = memoize(read);
    expect(remembered('/product/a')).toBe(remembered('/product/a'));
    expect(remembered('/product/b')).toEqual({ text: '/product/b' });
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('holds a bounded number of texts, and no long ones', () => {
    const read = jest.fn((text: string) => text.length);
    const remembered = memoize(read);
    const long = 'x'.repeat(513);
    remembered('first');
    remembered(long);
    remembered(long);
    for (let index = 0; index < 5_000; index++) remembered(`page ${index}`);
    read.mockClear();
    remembered('page 4999');
    expect(read).not.toHaveBeenCalled();
    remembered('first');
    expect(read).toHaveBeenCalledTimes(1);
  });
});
