import { segment } from './segment-adapter';
import { message } from './testing/messages';

describe('any other call', () => {
  it.each([
    [
      { type: 'identify', userId: 'u-1' },
      { eventName: 'identify', userId: 'u-1', userLoginState: 'logged_in' },
    ],
    [
      { type: 'group', groupId: 'g-1' },
      { eventName: 'group', properties: { group_id: 'g-1' } },
    ],
    [
      { type: 'alias', previousId: 'x' },
      { eventName: 'alias', properties: { previous_id: 'x' } },
    ],
    [
      { type: 'screen', name: 'Home' },
      { eventName: 'page_view', pageTitle: 'Home' },
    ],
    [
      { type: 'page', properties: { url: '/a', section: 's' } },
      { pageUrl: '/a', properties: { section: 's' } },
    ],
  ])('%j', (over, expected) => {
    expect(segment.toSourceEvent(message(over))).toMatchObject(expected);
  });

  it('has the campaign of its context in the address', () => {
    const context = {
      page: { url: 'https://shop.example/a#top' },
      campaign: { name: 'tet', source: 'zalo' },
    };
    expect(segment.toSourceEvent(message({ context })).pageUrl).toBe(
      'https://shop.example/a?utm_source=zalo&utm_campaign=tet#top',
    );
  });
});

describe('the session of a message', () => {
  const visitOf = (over: object) => segment.toSourceEvent(message(over)).sessionId;

  it('is the one that a plugin has set; a number is unique to its browser only', () => {
    expect(visitOf({ context: { sessionId: 'visit-1' } })).toBe('visit-1');
    expect(visitOf({ context: { sessionId: 1795924702055 } })).toBe('browser-1.1795924702055');
    expect(visitOf({ integrations: { 'Actions Amplitude': { session_id: 17 } } })).toBe('browser-1.17');
  });

  it('is otherwise the day of the browser, and null where no browser is known', () => {
    expect(visitOf({})).toBe('browser-1.2026-11-29');
    expect(visitOf({ timestamp: undefined, _ingest: { receivedAt: '2026-11-30T00:00:00Z' } })).toBe(
      'browser-1.2026-11-30',
    );
    expect(visitOf({ anonymousId: null, userId: 'u-1' })).toBeUndefined();
  });
});
