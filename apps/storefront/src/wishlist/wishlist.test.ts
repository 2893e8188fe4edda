/** @jest-environment jsdom */
import { followWishes, isWished, toggleWish } from './wishlist';

beforeEach(() => localStorage.clear());

describe('the wishlist', () => {
  it('adds a product and removes it again, without changing others', () => {
    toggleWish('LT-1301');
    expect(toggleWish('MN-2401')).toBe(true);
    expect(toggleWish('LT-1301')).toBe(false);
    expect([isWished('LT-1301'), isWished('MN-2401')]).toEqual([false, true]);
  });

  it('notifies subscribers of changes here and in other tabs, until they unsubscribe', () => {
    const listener = jest.fn();
    const stop = followWishes(listener);
    toggleWish('LT-1301');
    dispatchEvent(new StorageEvent('storage', { key: 'sbw.wishlist' }));
    stop();
    toggleWish('LT-1301');
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
