/** @jest-environment jsdom */
import type { Shopper } from '@clickstream/tracker';
import type * as storefrontTracker from './storefront-tracker';

const ANONYMOUS: Shopper = { userId: null, loginState: 'anonymous', identitySource: 'anonymous' };

/** Opens a page in a browser with, or without, a channel between its tabs. */
function openShop(channel: unknown) {
  Object.defineProperty(globalThis, 'BroadcastChannel', { configurable: true, value: channel });
  return jest.requireActual<typeof storefrontTracker>('./storefront-tracker');
}

beforeEach(() => jest.resetModules());
afterEach(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));

class Refused {
  constructor() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  }
}

describe('the tracking of a page', () => {
  it.each([
    ['refuses', Refused],
    ['has no', undefined],
  ])('starts in a browser that %s channels between tabs', (_what, channel) => {
    const { changeConsent, mayRemember, startTracking } = openShop(channel);
    expect(() => startTracking('https://api.example/clickstream', ANONYMOUS, 'granted')).not.toThrow();
    expect(mayRemember()).toBe(true);
    expect(() => changeConsent('denied')).not.toThrow();
    expect(mayRemember()).toBe(false);
  });

  it('applies in one tab the consent given in another', () => {
    const tabs: { onmessage?: (message: { data: string }) => void }[] = [];
    class Channel {
      onmessage?: (message: { data: string }) => void;
      constructor() {
        tabs.push(this);
      }
    }
    const { mayRemember, startTracking } = openShop(Channel);
    startTracking('https://api.example/clickstream', ANONYMOUS, 'granted');
    tabs[0]?.onmessage?.({ data: 'denied' });
    expect(mayRemember()).toBe(false);
  });
});
