import type { Tracker } from './tracker';
import { installFakeServer } from './testing/fake-server';

const ENDPOINT = 'https://api.example/clickstream';

/** Runs a file in a page that has not loaded it yet. */
const runModule = (file: './script-tag' | './page-tag') =>
  jest.isolateModulesAsync(async () => void (await import(file)));

/** Runs the script as a tag with these attributes would. */
async function runScript(attributes: Record<string, string>): Promise<Tracker | undefined> {
  const script = document.createElement('script');
  Object.assign(script.dataset, attributes);
  script.setAttribute('src', 'https://shop.example/assets/sbw.js?v=1');
  const isTracked = Boolean(window.clickstream) && !(window.clickstream as Partial<Stub>).q;
  Object.defineProperty(document, 'currentScript', { value: script, configurable: true });
  await runModule('./script-tag');
  const page = document.querySelector<HTMLScriptElement>('script[src$="sbw-page.js"]');
  if (page && !isTracked) {
    expect(page.src).toBe('https://shop.example/assets/sbw-page.js');
    Object.defineProperty(document, 'currentScript', { value: page, configurable: true });
    await runModule('./page-tag');
    page.remove();
  }
  return window.clickstream;
}

/** The stub that the snippet of the README leaves in the page until the script is loaded. */
interface Stub {
  readonly q: unknown[];
}

function installStub(): Record<string, (...args: unknown[]) => void> {
  const stub: Record<string, unknown> & Stub = { q: [] };
  for (const name of ['track', 'custom', 'page', 'identify', 'reset', 'setConsent'])
    stub[name] = (...args: unknown[]) => stub.q.push([name, args]);
  Object.assign(window, { clickstream: stub });
  return stub as never;
}

async function namesAfter(tracker: Tracker | undefined, server: ReturnType<typeof installFakeServer>) {
  document.body.append(Object.assign(document.createElement('button'), { textContent: 'Buy' }));
  document.querySelector('button')?.click();
  tracker?.custom('size_guide_open');
  await tracker?.flush();
  return server.eventNames();
}

beforeEach(() => localStorage.clear());

afterEach(() => {
  window.clickstream?.stop();
  delete window.clickstream;
  document.body.replaceChildren();
});

// First: the script follows clicks as long as its page lives, and the tests share one page.
describe('a script tag of a page that tracks its own views and clicks', () => {
  it('does not track page views and clicks', async () => {
    const server = installFakeServer();
    const tracker = await runScript({ endpoint: ENDPOINT, pageViews: 'off', clicks: 'off' });
    expect(await namesAfter(tracker, server)).toEqual(['size_guide_open']);
  });
});

describe('a script tag', () => {
  it('tracks page views and clicks, and gives the tracker to the page', async () => {
    const server = installFakeServer();
    const tracker = await runScript({ endpoint: ENDPOINT });
    expect(await namesAfter(tracker, server)).toEqual(['page_view', 'click', 'size_guide_open']);
    expect(server.requests[0]?.url).toBe(ENDPOINT);
  });

  it('starts one tracker, though the page has it twice', async () => {
    installFakeServer();
    const first = await runScript({ endpoint: ENDPOINT });
    expect(await runScript({ endpoint: ENDPOINT })).toBe(first);
  });

  it('runs the page’s earlier calls after the page view, and then its later ones', async () => {
    const server = installFakeServer();
    const { track, identify } = installStub();
    identify?.({ userId: 'sub-linh', loginState: 'logged_in', identitySource: 'cognito_email' });
    track?.('home_view');
    const tracker = await runScript({ endpoint: ENDPOINT });
    track?.('logout');
    await tracker?.flush();
    expect(server.eventNames()).toEqual(['page_view', 'home_view', 'logout']);
    expect(server.requests[0]?.events[0]).toMatchObject({ userId: 'sub-linh' });
  });

  it('stores and sends nothing for a page that declined before it was loaded', async () => {
    const server = installFakeServer();
    const { track, setConsent } = installStub();
    setConsent?.('denied');
    track?.('home_view');
    const tracker = await runScript({ endpoint: ENDPOINT });
    await tracker?.flush();
    expect(server.requests).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('starts nothing without an endpoint', async () => {
    expect(await runScript({})).toBeUndefined();
  });

  it('does not throw into a page that loads it as a module, where it has no attributes', async () => {
    Object.defineProperty(document, 'currentScript', { value: null, configurable: true });
    await expect(runModule('./script-tag')).resolves.toBeUndefined();
    expect(window.clickstream).toBeUndefined();
  });

  it('begins with the given consent', async () => {
    const tracker = await runScript({ endpoint: ENDPOINT, consent: 'denied' });
    expect(tracker?.consent()).toBe('denied');
  });

  it('ignores the browser’s privacy signals when configured so', async () => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
    const tracker = await runScript({ endpoint: ENDPOINT, signals: 'ignore' });
    expect(tracker?.consent()).toBe('granted');
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: undefined, configurable: true });
  });
});
