/** @jest-environment jsdom */
import { onlyOnce } from './only-once';

/** The module as another page load would see it, over the same storage. */
async function reloaded(): Promise<typeof onlyOnce> {
  jest.resetModules();
  return (await import('./only-once')).onlyOnce;
}

beforeEach(() => localStorage.clear());

describe('something that is done once', () => {
  it('is not done again, neither on this page nor after a reload', async () => {
    const work = jest.fn();
    onlyOnce('order:1', work);
    onlyOnce('order:1', work);
    (await reloaded())('order:1', work);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('does not keep something else from being done', () => {
    const work = jest.fn();
    onlyOnce('order:1', work);
    onlyOnce('order:10', work);
    onlyOnce('order:', work);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('does not fill the storage of a faithful shopper', () => {
    for (let order = 0; order < 500; order += 1) onlyOnce(`order:${order}`, () => undefined);
    expect(localStorage.getItem('sbw.tracked')?.split(' ')).toHaveLength(100);
  });
});
