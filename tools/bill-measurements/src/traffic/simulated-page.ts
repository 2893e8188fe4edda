import { JSDOM } from 'jsdom';
import type { RequestEnvelope } from '@clickstream/event-schema';

/** Milliseconds until an answer arrives. */
const ANSWER_AFTER = 80;

/** A request that left a page. */
export interface SentRequest {
  readonly by: 'fetch' | 'beacon';
  readonly userAgent: string;
  readonly body: string;
}

/** The page on which the tracker runs, and what left it. */
export interface SimulatedPage {
  readonly requests: readonly SentRequest[];
  /** Gives the page to the browser of a client, with what the tracker stored there before. */
  enter(clientId: string, userAgent: string, referrer: string): void;
  /** Shows another address and title, as a router does. */
  show(url: string, title: string): void;
  /** Hides the page or brings it back to the front. */
  setVisible(isVisible: boolean): void;
  /** Leaves the page for good, as when its tab is closed or another document is loaded. */
  leave(): void;
}

/**
 * Gives this process the globals of a browser's page, of which the tracker notices no difference:
 * jsdom's document, history and storage, and a network that accepts every event.
 */
export function openSimulatedPage(shopUrl: string): SimulatedPage {
  const { window } = new JSDOM('', { url: shopUrl });
  const requests: SentRequest[] = [];
  const stored = new Map<string, [string, string][]>();
  let client = '';
  let userAgent = '';

  const receive = (by: SentRequest['by'], body: string) => {
    requests.push({ by, userAgent, body });
    return JSON.parse(body) as RequestEnvelope;
  };
  const navigator = {
    onLine: true,
    // The browser's only tab never waits for its turn.
    locks: { request: (_name: string, work: () => Promise<void>) => work() },
    sendBeacon: (_url: string, body: string) => !!receive('beacon', body),
  };
  const fetch = async (_url: string, { body }: { readonly body: string }) => {
    const { events } = receive('fetch', body);
    await new Promise((answered) => setTimeout(answered, ANSWER_AFTER));
    const answer = { accepted: events.length, rejected: [] };
    return { ok: true, status: 202, headers: new Map(), json: async () => answer };
  };
  const globals = {
    navigator,
    fetch,
    document: window.document,
    location: window.location,
    history: window.history,
    localStorage: window.localStorage,
    addEventListener: window.addEventListener.bind(window),
    AbortController: window.AbortController,
    // Its timers would follow the real time.
    AbortSignal: {},
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const define = (name: 'referrer' | 'visibilityState', value: string) =>
    Object.defineProperty(window.document, name, { value, configurable: true });

  return {
    requests,
    enter(clientId, agent, referrer) {
      stored.set(client, Object.entries(window.localStorage) as [string, string][]);
      window.localStorage.clear();
      for (const [key, value] of stored.get(clientId) ?? []) window.localStorage.setItem(key, value);
      client = clientId;
      userAgent = agent;
      define('referrer', referrer);
      define('visibilityState', 'visible');
    },
    show(url, title) {
      window.history.replaceState(null, '', url);
      window.document.title = title;
    },
    setVisible(isVisible) {
      define('visibilityState', isVisible ? 'visible' : 'hidden');
      window.document.dispatchEvent(new window.Event('visibilitychange'));
    },
    leave() {
      window.dispatchEvent(new window.Event('pagehide'));
    },
  };
}
