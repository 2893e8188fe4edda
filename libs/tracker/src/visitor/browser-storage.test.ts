import { browserStorage } from './browser-storage';
import { forbidStorage } from '../testing/page';

beforeEach(() => localStorage.clear());

describe('the storage', () => {
  it('lists its keys with the prefix, sorted, wherever they are stored', () => {
    const storage = browserStorage();
    ['b.2', 'a.1', 'b.1'].forEach((key) => storage.set(key, 'kept'));
    const allow = forbidStorage();
    storage.set('b.0', 'in memory');
    allow();
    expect(storage.keysFrom('b.')).toEqual(['b.0', 'b.1', 'b.2']);
    expect([storage.isFleeting('b.0'), storage.isFleeting('b.1')]).toEqual([true, false]);
  });

  it('forgets removed values', () => {
    const storage = browserStorage();
    storage.set('a', 'kept');
    storage.forget('a');
    expect(storage.get('a')).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it('returns the newest value when an older one could not be replaced', () => {
    const storage = browserStorage();
    storage.set('a', 'old');
    const allow = forbidStorage();
    storage.set('a', 'new');
    allow();
    expect(storage.get('a')).toBe('new');
    storage.set('a', 'newest');
    expect(localStorage.getItem('a')).toBe('newest');
  });

  it('does not read or write without permission', () => {
    localStorage.setItem('a', 'of another time');
    const storage = browserStorage(() => false);
    storage.set('b', 'of this page');
    expect([storage.get('a'), storage.get('b')]).toEqual([null, 'of this page']);
    expect(storage.keysFrom('')).toEqual(['b']);
    expect({ ...localStorage }).toEqual({ a: 'of another time' });
  });
});
