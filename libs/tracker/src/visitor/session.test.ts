import { browserStorage } from './browser-storage';
import { browserId } from './identity';
import { SESSION_IDLE_MS } from '@clickstream/event-schema';
import { sessionAt } from './session';
import { forbidStorage } from '../testing/page';

const NOON = Date.parse('2026-11-23T12:00:00Z');

beforeEach(() => localStorage.clear());

describe('the browser id', () => {
  it('is made once and found by later pages and other tabs', () => {
    const [clientId, isNew] = browserId(browserStorage());
    expect(isNew).toBe(true);
    expect(browserId(browserStorage())).toEqual([clientId, false]);
  });

  it('stays the same on a page whose storage is forbidden, and does not throw', () => {
    const allow = forbidStorage();
    const storage = browserStorage();
    const [clientId] = browserId(storage);
    const later = browserId(storage);
    allow();
    expect(later).toEqual([clientId, false]);
  });

  it('stays the same on a page whose storage is full', () => {
    const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    const storage = browserStorage();
    const ids = [browserId(storage)[0], browserId(storage)[0]];
    setItem.mockRestore();
    expect(ids[1]).toBe(ids[0]);
  });
});

describe('a session', () => {
  it('continues while events are at most 30 minutes apart, however long it lasts', () => {
    const storage = browserStorage();
    const first = sessionAt(NOON, storage, true);
    const later = [1, 2, 3].map((count) => sessionAt(NOON + count * SESSION_IDLE_MS, storage, false).id);
    expect(later).toEqual([first.id, first.id, first.id]);
  });

  it('ends after more than 30 minutes without an event', () => {
    const storage = browserStorage();
    const first = sessionAt(NOON, storage, true);
    const next = sessionAt(NOON + SESSION_IDLE_MS + 1, storage, false);
    expect(next.id).not.toBe(first.id);
  });

  it('is the same in every tab, and an event in one tab keeps it alive for the other', () => {
    const oneTab = browserStorage();
    const otherTab = browserStorage();
    const first = sessionAt(NOON, oneTab, true);
    sessionAt(NOON + 20 * 60_000, otherTab, false);
    expect(sessionAt(NOON + 40 * 60_000, oneTab, false).id).toBe(first.id);
  });

  it('is the first one for all its events, and never again', () => {
    const storage = browserStorage();
    const sessions = [
      sessionAt(NOON, storage, true),
      sessionAt(NOON + 60_000, storage, false),
      sessionAt(NOON + 60_000 + SESSION_IDLE_MS + 1, storage, false),
    ];
    expect(sessions.map(({ isFirst }) => isFirst)).toEqual([true, true, false]);
  });

  it('starts over with a new browser id, since a session has one browser', () => {
    const storage = browserStorage();
    const first = sessionAt(NOON, storage, true);
    expect(sessionAt(NOON + 1_000, storage, true).id).not.toBe(first.id);
  });

  it('starts over when the clock was set back by more than the idle time', () => {
    const storage = browserStorage();
    const first = sessionAt(NOON, storage, true);
    expect(sessionAt(NOON - SESSION_IDLE_MS - 1, storage, false).id).not.toBe(first.id);
  });

  it.each(['not json', '{}', '7', 'null'])('starts over when the stored one is broken: %s', (broken) => {
    localStorage.setItem('clickstream.session', broken);
    const storage = browserStorage();
    const session = sessionAt(NOON, storage, false);
    expect(session.id).toMatch(/^[0-9a-z]{21}$/);
    expect(sessionAt(NOON + 1, storage, false).id).toBe(session.id);
  });

  it('continues in memory where storage is forbidden', () => {
    const allow = forbidStorage();
    const storage = browserStorage();
    const ids = [sessionAt(NOON, storage, true).id, sessionAt(NOON + 1, storage, false).id];
    allow();
    expect(ids[1]).toBe(ids[0]);
  });
});
