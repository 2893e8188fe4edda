import fc from 'fast-check';
import { openTab, type Tab } from '../testing/simulated-browser';
import { leavePage, returnToPage } from '../testing/page';

const ENDPOINT = 'https://api.example/clickstream';
const NAMES = ['click', 'page_view', 'add_to_cart_click', 'checkout_complete'];
const HOUR = 3_600_000;

interface ReceivedEvent {
  readonly eventId: string;
  readonly eventName: string;
  readonly sequence: number;
  readonly properties?: { readonly lost: number; readonly reason: string };
}

/** The behaviours of network and server during a request. */
type Weather = 'fine' | 'offline' | '503' | '429' | 'answer lost' | 'proxy takes 5';

type Step =
  | {
      readonly do: 'track';
      readonly tab: number;
      readonly name: string;
      readonly size: number;
      readonly times: number;
    }
  | { readonly do: 'kill' | 'open' | 'flush'; readonly tab: number }
  | { readonly do: 'weather'; readonly is: Weather }
  | { readonly do: 'wait'; readonly for: number }
  | { readonly do: 'leave and return' };

const tab = fc.nat(2);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('track' as const),
      tab,
      name: fc.constantFrom(...NAMES),
      size: fc.constantFrom(10, 300, 20_000, 50_000),
      times: fc.integer({ min: 1, max: 15 }),
    }),
  },
  fc.record({ do: fc.constantFrom('kill' as const, 'open' as const, 'flush' as const), tab }),
  fc.record({
    do: fc.constant('weather' as const),
    is: fc.constantFrom<Weather>('fine', 'offline', '503', '429', 'answer lost', 'proxy takes 5'),
  }),
  fc.record({ do: fc.constant('wait' as const), for: fc.constantFrom(0, 1, 500, 2_000, 30_000, HOUR) }),
  fc.constant<Step>({ do: 'leave and return' }),
);

/** A server that stores the events it accepts, in weather that may change at any time. */
class StormyServer {
  weather: Weather = 'fine';
  readonly requests: ReceivedEvent[][] = [];

  install(): void {
    const take = (body: string) => {
      const { events } = JSON.parse(body) as { events: ReceivedEvent[] };
      this.requests.push(events);
      return events.length;
    };
    const answer = (status: number, accepted: number) => ({
      status,
      ok: status === 202,
      headers: { get: () => (status === 429 ? '45' : null) },
      json: async () => ({ accepted, rejected: [] }),
    });
    const fetch = async (_url: string, { body }: { body: string }) => {
      // Long enough for a tab to be killed meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 700));
      if (this.weather === 'offline') throw new TypeError('Failed to fetch');
      if (this.weather === '503' || this.weather === '429') return answer(Number(this.weather), 0);
      const { length } = (JSON.parse(body) as { events: unknown[] }).events;
      if (this.weather === 'proxy takes 5' && length > 5) return answer(413, 0);
      take(body);
      if (this.weather === 'answer lost') throw new TypeError('Failed to fetch');
      return answer(202, length);
    };
    const sendBeacon = (_url: string, body: string) => {
      if (body.length > 60_000) return false;
      if (this.weather === 'fine') take(body);
      return true;
    };
    Object.assign(globalThis, { fetch });
    Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
  }

  received(): Map<string, ReceivedEvent> {
    return new Map(this.requests.flat().map((event) => [event.eventId, event]));
  }

  /** The number of events that the browser reports as lost. */
  reportedLost(): number {
    return [...this.received().values()].reduce((sum, { properties }) => sum + (properties?.lost ?? 0), 0);
  }
}

const charactersWaiting = () =>
  Object.entries({ ...localStorage })
    .filter(([key]) => key.startsWith('clickstream.event.'))
    .reduce((sum, [, json]) => sum + String(json).length, 0);

/**
 * Does all steps, then lets the weather clear up. @returns ids of tracked events, and the server
 */
async function live(steps: readonly Step[], capacity: number) {
  localStorage.clear();
  const server = new StormyServer();
  server.install();
  const tabs: (Tab | undefined)[] = [openTab(ENDPOINT, capacity)];
  const tracked: string[] = [];
  let largest = 0;
  for (const step of steps) {
    if (step.do === 'weather') server.weather = step.is;
    if (step.do === 'wait') await jest.advanceTimersByTimeAsync(step.for);
    if (step.do === 'leave and return') {
      leavePage();
      await jest.advanceTimersByTimeAsync(100);
      returnToPage();
    }
    if (!('tab' in step)) continue;
    if (step.do === 'kill') tabs[step.tab] = void tabs[step.tab]?.kill();
    if (step.do === 'open') tabs[step.tab] ??= openTab(ENDPOINT, capacity);
    if (step.do === 'flush') tabs[step.tab]?.flush();
    if (step.do === 'track') {
      for (let count = 0; count < step.times; count += 1) {
        const id = tabs[step.tab]?.track(step.name, step.size);
        if (id) tracked.push(id);
      }
    }
    largest = Math.max(largest, charactersWaiting());
  }
  server.weather = 'fine';
  // The events of a killed tab wait for the next page: open, idle tabs do not look for them.
  if (!tabs[0] || steps.some((step) => step.do === 'kill')) tabs.push(openTab(ENDPOINT, capacity));
  await jest.advanceTimersByTimeAsync(2 * HOUR);
  tabs.forEach((open) => open?.kill());
  return { server, tracked, largest };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('whatever happens to tabs, network and server', () => {
  it('every event arrives, in each request in the order in which it happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { server, tracked } = await live(steps, 100_000_000);
        const received = server.received();
        expect(tracked.filter((id) => !received.has(id))).toEqual([]);
        expect(received.size).toBe(tracked.length);
        expect(charactersWaiting()).toBe(0);
        for (const events of server.requests) {
          const numbers = events.map(({ sequence }) => sequence);
          expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a small queue stays small, and only events that are reported as lost are missing', async () => {
    const capacity = 60_000;
    // Between two checks of the whole queue each tab may add a batch: twenty events, or a large
    // one.
    const slack = 3 * (48_000 + 51_000);
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { server, tracked, largest } = await live(steps, capacity);
        const received = server.received();
        const missing = tracked.filter((id) => !received.has(id)).length;
        expect(largest).toBeLessThanOrEqual(capacity + slack);
        expect(server.reportedLost()).toBeGreaterThanOrEqual(missing);
        expect(charactersWaiting()).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('one tab whose answers arrive counts exactly the events it dropped', async () => {
    const calm = anyStep.filter(
      (step) =>
        step.do !== 'leave and return' && step.do !== 'kill' && !('is' in step && step.is === 'answer lost'),
    );
    const inOneTab = calm.map((step) => ('tab' in step ? { ...step, tab: 0 } : step));
    await fc.assert(
      fc.asyncProperty(fc.array(inOneTab, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { server, tracked } = await live(steps, 60_000);
        const received = server.received();
        const missing = tracked.filter((id) => !received.has(id));
        expect(server.reportedLost()).toBe(missing.length);
      }),
      { numRuns: 40 },
    );
  });
});
