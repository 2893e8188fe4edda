import { installLocks } from '../testing/fake-locks';
import { installFakeServer } from '../testing/fake-server';
import { createTracker } from '../tracker';

const ENDPOINT = 'https://api.example/clickstream';

beforeEach(() => localStorage.clear());

describe('two trackers on one page', () => {
  it.each([
    // Without locks they may send the same event twice, which its id makes one again.
    ['with', installLocks, 4],
    ['without', () => ({ uninstall: () => undefined }), 8],
  ])('send each event, as one browser, %s locks', async (_how, prepare, mostSent) => {
    const locks = prepare();
    const server = installFakeServer();
    const trackers = [createTracker({ endpoint: ENDPOINT }), createTracker({ endpoint: ENDPOINT })];
    for (const tracker of [...trackers, ...trackers]) tracker.track('home_view');
    await Promise.all(trackers.map((tracker) => tracker.flush()));
    trackers.forEach((tracker) => tracker.stop());
    locks.uninstall();
    const events = server.requests.flatMap(({ events: sent }) => sent);
    expect(events.length).toBeLessThanOrEqual(mostSent);
    const once = new Map(events.map(({ eventId, sequence }) => [eventId, sequence]));
    expect([...once.values()].sort()).toEqual([1, 2, 3, 4]);
    expect(new Set(events.map(({ clientId, sessionId }) => `${clientId} ${sessionId}`)).size).toBe(1);
  });
});
