import type { ClickstreamEvent } from '@clickstream/event-schema';
import { createTracker, type Tracker } from '../tracker';
import type { TrackerOptions } from '../tracker-options';
import { installFakeServer, type FakeServer } from './fake-server';

let server: FakeServer;
const trackers: Tracker[] = [];

/** The signed-in shopper, if any. */
export const linh = { userId: 'sub-linh', loginState: 'logged_in', identitySource: 'cognito_email' } as const;

/** Gives each test of the file a new page with a new server, and stops its trackers after it. */
export function aNewPageForEachTest(): void {
  beforeEach(() => {
    server = installFakeServer();
    localStorage.clear();
    history.replaceState(null, '', '/');
    document.title = 'Home';
  });
  afterEach(() => trackers.splice(0).forEach((tracker) => tracker.stop()));
}

/** The network of the test's page. */
export const theServer = (): FakeServer => server;

/** A tracker on the test's page. */
export function aTracker(options: Partial<TrackerOptions> = {}): Tracker {
  const tracker = createTracker({ endpoint: 'https://api.example/clickstream', ...options });
  trackers.push(tracker);
  return tracker;
}

/** The events at the server after the tracker has sent all it has. */
export async function received(tracker: Tracker): Promise<ClickstreamEvent[]> {
  await tracker.flush();
  return server.requests.flatMap(({ events }) => events);
}
