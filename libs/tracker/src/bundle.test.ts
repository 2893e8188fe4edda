import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { validateEvent } from '@clickstream/event-schema/validate';
import { installFakeServer, type FakeServer } from './testing/fake-server';
import { leavePage } from './testing/page';

const ENDPOINT = 'https://api.example/clickstream';
const folder = mkdtempSync(join(tmpdir(), 'tracker-'));
let server: FakeServer;
let namesAdded: string[];

/** Runs a file as a browser runs a script: in the page's global scope. */
function run(file: string, script: HTMLScriptElement): void {
  Object.defineProperty(document, 'currentScript', { value: script, configurable: true });
  (0, eval)(readFileSync(join(folder, file), 'utf8'));
}

beforeAll(() => {
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../bundle.mjs'), folder]);
  server = installFakeServer();
  const script = document.createElement('script');
  script.dataset['endpoint'] = ENDPOINT;
  const before = Object.getOwnPropertyNames(window);
  run('sbw.js', script);
  // The first file has put this into the page, and jsdom does not load it.
  run('sbw-page.js', document.querySelector('script[src$="sbw-page.js"]') as HTMLScriptElement);
  namesAdded = Object.getOwnPropertyNames(window).filter((name) => !before.includes(name));
});

beforeEach(() => (server.requests.length = 0));

afterAll(() => {
  window.clickstream?.stop();
  rmSync(folder, { recursive: true });
});

const received = () => server.requests.flatMap(({ events }) => events);

describe('the bundle, in which names are shortened', () => {
  it('sends events that fit the contract, under the names of the contract', async () => {
    document.body.innerHTML = '<button id="buy" data-place="hero">Buy</button>';
    document.querySelector('button')?.click();
    window.clickstream?.identify({
      userId: 'sub-linh',
      loginState: 'logged_in',
      identitySource: 'cognito_email',
    });
    window.clickstream?.custom('size_guide_open', { queue: 1, storage: 2, shopper: 3 });
    await window.clickstream?.flush();
    expect(received().map(validateEvent)).toEqual(
      received().map(() => expect.objectContaining({ ok: true })),
    );
    expect(received()).toMatchObject([
      { eventName: 'page_view', isFirstVisit: true, clientId: expect.any(String), userId: null },
      { eventName: 'click', element: { tag: 'button', id: 'buy', dataset: { place: 'hero' } } },
      {
        eventName: 'size_guide_open',
        userId: 'sub-linh',
        userLoginState: 'logged_in',
        properties: { queue: 1, storage: 2, shopper: 3 },
      },
    ]);
    expect(window.clickstream?.sessionId()).toBe(received()[0]?.sessionId);
  });

  it('keeps unanswered events, and hands them to the browser when the page is left', async () => {
    server.answers.push({ status: 503, retryAfter: '1' });
    window.clickstream?.track('home_view');
    await window.clickstream?.flush();
    leavePage();
    expect(server.requests.map(({ by }) => by)).toEqual(['fetch', 'beacon']);
    expect(Object.keys(localStorage).join()).toContain('home_view');
  });

  it('forgets all of them when the shopper declines', () => {
    window.clickstream?.setConsent('denied');
    expect(window.clickstream?.consent()).toBe('denied');
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('adds only one name to the page', () => {
    expect(namesAdded).toEqual(['clickstream']);
  });
});
