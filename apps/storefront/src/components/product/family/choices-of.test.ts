import type { Variant } from '../../../shop/gateway';
import { aShopProduct } from '../../../tracking/testing/shop-values';
import { choicesOf, nearest } from './choices-of';

const variant = (memory: string, colour: string): Variant => ({
  ...aShopProduct({ id: `${memory} ${colour}` }),
  options: [
    ['Memory', memory],
    ['Colour', colour],
  ],
});
const small = variant('16 GB', 'Silver');
const FAMILY = [small, variant('16 GB', 'Navy'), variant('32 GB', 'Navy')];

it('a family has each value of an option once', () => {
  expect(choicesOf(FAMILY)).toEqual([
    { label: 'Memory', values: ['16 GB', '32 GB'] },
    { label: 'Colour', values: ['Silver', 'Navy'] },
  ]);
  expect(choicesOf([])).toEqual([]);
});

it('another value keeps the other options, as far as there is such a product', () => {
  expect(nearest(FAMILY, small, 'Colour', 'Navy').id).toBe('16 GB Navy');
  expect(nearest(FAMILY, small, 'Memory', '16 GB').id).toBe('16 GB Silver');
  expect(nearest(FAMILY, small, 'Memory', '32 GB').id).toBe('32 GB Navy');
});
