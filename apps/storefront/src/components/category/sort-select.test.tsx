/** @jest-environment jsdom */
import { act } from 'react';
import { openTrackedPage, type TrackedPage } from '../../tracking/testing/tracked-page';
import { SortSelect } from './sort-select';

// The router is not here: a plain form shows when one is sent.
jest.mock('next/form', () => ({
  __esModule: true,
  default: ({ prefetch: _prefetch, scroll: _scroll, ...form }: Record<string, unknown>) => <form {...form} />,
}));

const sent = jest.fn();
let page: TrackedPage;
beforeAll(() => {
  page = openTrackedPage();
  HTMLFormElement.prototype.requestSubmit = function () {
    sent(new FormData(this).get('sort'));
  };
});
beforeEach(async () => {
  sent.mockClear();
  await page.show(
    <SortSelect
      key={Math.random()}
      list="category:laptops"
      path="/category/laptops"
      sort="recommended"
      brand={undefined}
    />,
  );
});
afterAll(() => page.close());

const select = () => document.querySelector('select') as HTMLSelectElement;

async function press(key: string): Promise<void> {
  await act(async () => select().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
}

async function change(value: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select(), value);
    select().dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('the order of a category', () => {
  it('is sent at once when it is chosen by pointer', async () => {
    await change('newest');
    expect(sent.mock.calls).toEqual([['newest']]);
  });

  it('is not sent while keys pass over the orders, but by Enter', async () => {
    for (const order of ['price-up', 'price-down']) {
      await press('ArrowDown');
      await change(order);
    }
    expect(sent).not.toHaveBeenCalled();
    expect(document.querySelector('button')?.textContent).toBe('Sort');
    await press('Enter');
    expect(sent.mock.calls).toEqual([['price-down']]);
  });
});
