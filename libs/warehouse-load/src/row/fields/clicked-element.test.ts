import { clickedElementOf } from './clicked-element';

describe('the element of a click', () => {
  it('is kept without empty fields', () => {
    const link = { tag: 'a', id: null, role: null, text: 'Aero 14', dataset: {} };
    expect(clickedElementOf(link)).toEqual({ tag: 'a', text: 'Aero 14' });
  });

  it('is kept with its data, and with fields that the contract does not know', () => {
    const button = { tag: 'button', text: '', dataset: { sku: 'LAP-1' }, nth: 0, path: [null] };
    expect(clickedElementOf(button)).toEqual(button);
  });

  it('keeps a dataset of another ingester that is not an object', () => {
    expect(clickedElementOf({ tag: 'a', dataset: 'sku=1' })).toEqual({ tag: 'a', dataset: 'sku=1' });
  });

  it('is null when there is none', () => {
    for (const nothing of [undefined, null, 'a', ['a']]) expect(clickedElementOf(nothing)).toBeNull();
  });
});
