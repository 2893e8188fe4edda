import { installLocks } from './testing/fake-locks';
import { installFakeServer } from './testing/fake-server';
import { createTracker } from './tracker';

const ENDPOINT = 'https://api.example/clickstream';

beforeEach(() => localStorage.clear());

describe('two trackers on one page', () => {
  it.each([
    ['with', installLocks],
    ['without', () => ({ uninstall: () => undefined })],
  ])('send each event once, as one browser, %s locks', async (_how, prepare) => {
    const locks = prepare();
    const server = installFakeServer();
    const trackers = [createTracker({ endpoint: ENDPOINT }), createTracker({ endpoint: ENDPOINT })];
    for (const tracker of [...trackers, ...trackers]) tracker.track('home_view');
    await Promise.all(trackers.map((tracker) => tracker.flush()));
    trackers.forEach((tracker) => tracker.stop());
    locks.uninstall();
    const events = server.requests.flatMap(({ events: sent }) => sent);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(new Set(events.map(({ clientId, sessionId }) => `${clientId} ${sessionId}`)).size).toBe(1);
  });
});
