import fc from 'fast-check';
import type { Consent } from './consent';
import { installFakeServer, type FakeAnswer, type FakeServer } from '../testing/fake-server';
import { leavePage, returnToPage } from '../testing/page';
import { createTracker, type Tracker } from '../tracker';

const ENDPOINT = 'https://api.example/clickstream';
const LINH = { userId: 'sub-linh', loginState: 'logged_in', identitySource: 'cognito_email' } as const;

type Step =
  | { readonly do: 'track' | 'flush' | 'leave and return' }
  | { readonly do: 'allow'; readonly consent: Consent }
  | { readonly do: 'answer'; readonly is: FakeAnswer }
  | { readonly do: 'wait'; readonly for: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('track' as const) }) },
  fc.record({ do: fc.constantFrom('flush' as const, 'leave and return' as const) }),
  fc.record({
    do: fc.constant('allow' as const),
    consent: fc.constantFrom<Consent>('granted', 'cookieless', 'denied'),
  }),
  fc.record({
    do: fc.constant('answer' as const),
    is: fc.constantFrom<FakeAnswer>(503, 400, 'offline', { status: 429, retryAfter: '30' }),
  }),
  fc.record({ do: fc.constant('wait' as const), for: fc.constantFrom(1, 2_000, 60_000) }),
);

const kept = () => Object.keys(localStorage);

const idsOf = ({ requests }: FakeServer, from: number) =>
  requests
    .slice(from)
    .flatMap(({ events }) => events)
    .filter((event) => event.clientId ?? event.sessionId ?? event.userId);

async function take(step: Step, tracker: Tracker, server: FakeServer): Promise<void> {
  if (step.do === 'track') tracker.track('checkout_start', { cart: { cartId: 'cart-1', value: 1 } });
  if (step.do === 'flush') void tracker.flush();
  if (step.do === 'answer') server.answers.push(step.is);
  if (step.do === 'wait') await jest.advanceTimersByTimeAsync(step.for);
  if (step.do === 'allow') tracker.setConsent(step.consent);
  if (step.do === 'leave and return') {
    leavePage();
    returnToPage();
  }
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('whatever happens, and whatever the shopper allows in between', () => {
  it('nothing is stored and no id is sent between a refusal and a consent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        localStorage.clear();
        const server = installFakeServer();
        const tracker = createTracker({ endpoint: ENDPOINT, shopper: LINH });
        let sentBefore = 0;
        for (const step of steps) {
          const before = tracker.consent();
          if (step.do === 'allow') sentBefore = server.requests.length;
          await take(step, tracker, server);
          if (before === tracker.consent() && before !== 'granted') {
            expect(kept()).toEqual([]);
            expect(idsOf(server, sentBefore)).toEqual([]);
          }
        }
        tracker.stop();
      }),
      { numRuns: 60 },
    );
  });

  it('everything counted before a consent arrives, with what comes after it', async () => {
    const calm = anyStep.filter((step) => step.do !== 'answer' && step.do !== 'allow');
    await fc.assert(
      fc.asyncProperty(fc.array(calm, { minLength: 2, maxLength: 20 }), async (steps) => {
        localStorage.clear();
        const server = installFakeServer();
        const tracker = createTracker({ endpoint: ENDPOINT, consent: 'cookieless' });
        for (const step of steps) await take(step, tracker, server);
        tracker.setConsent('granted');
        for (const step of steps) await take(step, tracker, server);
        await jest.advanceTimersByTimeAsync(120_000);
        tracker.stop();
        const received = new Set(
          server.requests.flatMap(({ events }) => events.map(({ eventId }) => eventId)),
        );
        const tracked = steps.filter((step) => step.do === 'track').length;
        expect(received.size).toBe(2 * tracked);
      }),
      { numRuns: 40 },
    );
  });
});
