/** @jest-environment jsdom */
import type { Consent } from '@clickstream/tracker';
import type { onlyOnce as OnlyOnce } from './only-once';

const anonymous = { userId: null, loginState: 'anonymous', identitySource: 'anonymous' } as const;

/** The module as another page load would see it, over the same storage. */
async function reloaded(consent: Consent = 'granted'): Promise<typeof OnlyOnce> {
  jest.resetModules();
  (await import('./storefront-tracker')).startTracking('https://api.example/', anonymous, consent);
  return (await import('./only-once')).onlyOnce;
}

let onlyOnce: typeof OnlyOnce;

beforeEach(async () => {
  localStorage.clear();
  onlyOnce = await reloaded();
});

describe('an action that is done once', () => {
  it('is not repeated, neither on this page nor after a reload', async () => {
    const work = jest.fn();
    onlyOnce('order:1', work);
    onlyOnce('order:1', work);
    (await reloaded())('order:1', work);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is remembered only as long as the page where nothing may be stored of the shopper', async () => {
    const work = jest.fn();
    const once = await reloaded('cookieless');
    once('order:1', work);
    once('order:1', work);
    expect(work).toHaveBeenCalledTimes(1);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('does not prevent another action', () => {
    const work = jest.fn();
    onlyOnce('order:1', work);
    onlyOnce('order:10', work);
    onlyOnce('order:', work);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('does not fill the storage of a faithful shopper', () => {
    for (let order = 0; order < 500; order += 1) onlyOnce(`order:${order}`, () => undefined);
    expect(localStorage.getItem('clickstream.shop.done')?.split(' ')).toHaveLength(100);
  });
});
