import { all, open, press, untilScriptsRun, untilTitle } from './doing';
import { item, list, view } from './expected';
import type { Journey } from './journey';

export const DECLINES: Journey = {
  title: 'somebody declines to be counted, on a phone',
  device: 'phone',
  isAsked: true,
  steps: [
    { does: 'opens a department', act: open('/category/laptops'), tells: [] },
    { does: 'declines', act: press('button', 'Decline'), tells: [] },
    { does: 'opens a product', act: open('/product/clavio-k75'), tells: [] },
    {
      does: 'adds it',
      act: all(press('button', 'Add to cart'), (page) => page.getByText('1 piece is in your cart').waitFor()),
      tells: [],
    },
    { does: 'looks at the cart', act: press('link', 'View cart'), tells: [] },
  ],
};

export const ACCEPTS: Journey = {
  title: 'somebody accepts on the second page, which counts from the first on, on a desktop',
  device: 'desktop',
  isAsked: true,
  steps: [
    { does: 'lands by a campaign', act: open('/category/laptops?utm_source=letter'), tells: [] },
    {
      does: 'opens a product',
      act: all(untilScriptsRun, press('link', 'Solenne Air 13'), untilTitle('Solenne Air 13 · SBW')),
      tells: [],
    },
    {
      does: 'accepts',
      act: press('button', 'Accept'),
      tells: [
        view('/category/laptops?utm_source=letter', 'Laptops', null),
        view('/product/solenne-air-13', 'Solenne Air 13', '/category/laptops?utm_source=letter'),
        ['product_view', { product: item('LT-1301', { listName: 'category:laptops', position: 1 }) }],
        list('product:similar'),
      ],
    },
  ],
};
