/** @jest-environment jsdom */
import { act } from 'react';
import { openTrackedPage, type TrackedPage } from '../../tracking/testing/tracked-page';
import { Layout } from '../../tracking/testing/layout';
import { ShownIn } from '../../language/testing/shown-in';
import { wordsIn } from '../../words';
import { SortSelect } from './sort-select';

// The router is not here: a plain form shows when one is sent.
jest.mock('next/form', () => ({
  __esModule: true,
  default: ({ prefetch: _prefetch, scroll: _scroll, ...form }: Record<string, unknown>) => <form {...form} />,
}));

const words = wordsIn('en').browse.list;
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
    <ShownIn key={Math.random()}>
      <SortSelect
        list="category:laptops"
        path="/category/laptops"
        sort="recommended"
        brand={undefined}
        words={words}
      />
    </ShownIn>,
  );
});
afterAll(() => page.close());

/** Sends the form, which goes nowhere. */
async function submit(): Promise<void> {
  const form = document.querySelector('form') as HTMLFormElement;
  form.addEventListener('submit', (event) => event.preventDefault());
  await act(async () => void form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
}

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

it('is an event of the order that was chosen, also when the choice submits it at once', async () => {
  await page.goTo(
    '/category/laptops',
    <Layout>
      <SortSelect
        list="category:laptops"
        path="/category/laptops"
        sort="recommended"
        brand={undefined}
        words={words}
      />
    </Layout>,
  );
  page.events();
  select().value = 'price-up';
  await submit();
  expect(page.events()).toMatchObject([
    {
      eventName: 'product_list_filter',
      filter: { list: 'category:laptops', name: 'sort', value: 'price-up' },
    },
  ]);
});
