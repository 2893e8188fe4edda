import { oneSender } from './one-sender';
import { installLocks } from './testing/fake-locks';

describe('tabs of a browser with locks', () => {
  it('wait for each other, and a tab that ends gives its turn away', async () => {
    const locks = installLocks();
    const turns: string[] = [];
    void oneSender(() => {
      turns.push('one');
      return new Promise<void>(() => undefined);
    });
    const second = oneSender(async () => void turns.push('other'));
    await Promise.resolve();
    expect(turns).toEqual(['one']);
    locks.endHolder();
    await second;
    locks.uninstall();
    expect(turns).toEqual(['one', 'other']);
  });
});

describe('a tab of a browser without locks', () => {
  it('sends by itself', async () => {
    const work = jest.fn(async () => undefined);
    await oneSender(work);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
