import { browserStorage } from './browser-storage';
import { LEASE, oneSender, type IsSender } from './one-sender';
import { installLocks } from './testing/fake-locks';

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
});

afterEach(() => jest.useRealTimers());

interface Turn {
  /** Asks whether this tab may send, as it does before each request. */
  readonly isSender: IsSender;
  end(): Promise<void>;
}

/** Begins a tab's turn; a tab that is killed never ends it. */
function beginTurn(): Promise<Turn> {
  const tab = oneSender(browserStorage());
  return new Promise((resolve) => {
    let finish: () => void;
    const turn = tab((isSender) => {
      resolve({ isSender, end: () => (finish(), turn) });
      return new Promise<void>((done) => (finish = done));
    });
  });
}

describe('tabs of a browser without locks', () => {
  it('give way to the one that sends until it has ended', async () => {
    const [one, other] = [await beginTurn(), await beginTurn()];
    expect([one.isSender(), other.isSender()]).toEqual([true, false]);
    await one.end();
    expect(other.isSender()).toBe(true);
  });

  it('wait for one that was killed no longer than a lease', async () => {
    const [killed, other] = [await beginTurn(), await beginTurn()];
    killed.isSender();
    jest.advanceTimersByTime(LEASE - 1);
    expect(other.isSender()).toBe(false);
    jest.advanceTimersByTime(1);
    expect([other.isSender(), killed.isSender()]).toEqual([true, false]);
  });

  it('let the one that sends go on as long as it does', async () => {
    const [one, other] = [await beginTurn(), await beginTurn()];
    for (let request = 0; request < 5; request += 1) {
      expect([one.isSender(), other.isSender()]).toEqual([true, false]);
      jest.advanceTimersByTime(LEASE - 1);
    }
  });

  it('do not end a turn that is not theirs', async () => {
    const [one, other] = [await beginTurn(), await beginTurn()];
    one.isSender();
    await other.end();
    expect((await beginTurn()).isSender()).toBe(false);
  });

  it('are not kept from sending by a lease of a clock that was wrong', async () => {
    (await beginTurn()).isSender();
    jest.setSystemTime(Date.now() - 24 * 3_600_000);
    expect((await beginTurn()).isSender()).toBe(true);
  });
});

describe('tabs of a browser with locks', () => {
  it('wait for each other, and a tab that ends gives its turn away', async () => {
    const locks = installLocks();
    const [one, other] = [oneSender(browserStorage()), oneSender(browserStorage())];
    const turns: string[] = [];
    void one(() => {
      turns.push('one');
      return new Promise<void>(() => undefined);
    });
    const second = other(async (isSender) => {
      turns.push(`other ${isSender()}`);
    });
    await Promise.resolve();
    expect(turns).toEqual(['one']);
    locks.endHolder();
    await second;
    locks.uninstall();
    expect(turns).toEqual(['one', 'other true']);
    expect(localStorage).toHaveLength(0);
  });
});
