import { browserStorage } from '../visitor/browser-storage';
import { LEASE_MS, createSenderLock, type HoldsLock } from './sender-lock';
import { installLocks } from '../testing/fake-locks';
import { forbidStorage } from '../testing/page';

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
});

afterEach(() => jest.useRealTimers());

interface Turn {
  /** Checks that this tab may send, as it does before each request. */
  readonly holdsLock: HoldsLock;
  end(): Promise<void>;
}

/** Begins the turn of a new tab; a killed tab never ends it. */
function beginTurn(): Promise<Turn> {
  const withLock = createSenderLock(browserStorage());
  return new Promise((resolve) => {
    let finish: () => void;
    const turn = withLock((holdsLock) => {
      resolve({ holdsLock, end: () => (finish(), turn) });
      return new Promise<void>((done) => (finish = done));
    });
  });
}

describe('tabs of a browser without locks', () => {
  it('wait for the sending tab until it has ended', async () => {
    const [one, other] = [await beginTurn(), await beginTurn()];
    expect([one.holdsLock(), other.holdsLock()]).toEqual([true, false]);
    await one.end();
    expect(other.holdsLock()).toBe(true);
  });

  it('keep nothing on the device when none is sending', async () => {
    const one = await beginTurn();
    one.holdsLock();
    await one.end();
    expect(localStorage).toHaveLength(0);
  });

  it('wait for a killed tab no longer than a lease', async () => {
    const [killed, other] = [await beginTurn(), await beginTurn()];
    killed.holdsLock();
    // The end of a lease is in a millisecond that no other tab has.
    jest.advanceTimersByTime(LEASE_MS - 2);
    expect(other.holdsLock()).toBe(false);
    jest.advanceTimersByTime(2);
    expect([other.holdsLock(), killed.holdsLock()]).toEqual([true, false]);
  });

  it('let the sending tab continue as long as it sends', async () => {
    const [one, other] = [await beginTurn(), await beginTurn()];
    for (let request = 0; request < 5; request += 1) {
      expect([one.holdsLock(), other.holdsLock()]).toEqual([true, false]);
      jest.advanceTimersByTime(LEASE_MS - 2);
    }
  });

  it('that took the lease at the same moment are one sender again before the next request', async () => {
    const [one, other] = [await beginTurn(), await beginTurn()];
    const getItem = jest.spyOn(Storage.prototype, 'getItem').mockReturnValue(null);
    expect([one.holdsLock(), other.holdsLock()]).toEqual([true, true]);
    getItem.mockRestore();
    expect([one.holdsLock(), other.holdsLock()]).toEqual([false, true]);
  });

  it('do not end the turn of another tab', async () => {
    const [one, other] = [await beginTurn(), await beginTurn()];
    one.holdsLock();
    await other.end();
    expect((await beginTurn()).holdsLock()).toBe(false);
  });

  it.each([
    ['of a clock that was set back', () => String(Date.now() + 24 * 3_600_000)],
    ['of a clock that was set back by a little', () => String(Date.now() + LEASE_MS + 1)],
    ['that has expired', () => String(Date.now() - 1)],
    ['that is not a time', () => 'an-id 2026-11-29'],
    ['that is empty', () => ''],
  ])('are not kept from sending by a lease %s', async (_title, lease) => {
    localStorage.setItem('clickstream.sender', lease());
    expect((await beginTurn()).holdsLock()).toBe(true);
  });

  it('each send their events where the storage is forbidden', async () => {
    const allow = forbidStorage();
    const [one, other] = [await beginTurn(), await beginTurn()];
    const turns = [one.holdsLock(), other.holdsLock(), one.holdsLock()];
    allow();
    expect(turns).toEqual([true, true, true]);
  });
});

describe('tabs of a browser with locks', () => {
  it('wait for each other, and a tab that ends passes its turn on', async () => {
    const locks = installLocks();
    const [one, other] = [createSenderLock(browserStorage()), createSenderLock(browserStorage())];
    const turns: string[] = [];
    void one(() => {
      turns.push('one');
      return new Promise<void>(() => undefined);
    });
    const second = other(async (holdsLock) => void turns.push(`other ${holdsLock()}`));
    await Promise.resolve();
    expect(turns).toEqual(['one']);
    locks.endHolder();
    await second;
    locks.uninstall();
    expect(turns).toEqual(['one', 'other true']);
    expect(localStorage).toHaveLength(0);
  });
});
