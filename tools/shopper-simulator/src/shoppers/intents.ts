import type { Random } from '../random/random';
import type { Shopper } from './shopper';
import type { TrafficSource } from './traffic-sources';

/** Purpose of a shopper's visit. */
export interface Intent {
  /** The fewest and the most pages that they view before they go to the cart. */
  readonly pages: readonly [least: number, most: number];
  /** Probability that they add an average product to the cart when they view it. */
  readonly adds: number;
  /** Probability that they open a cart that is not empty. */
  readonly looksIntoCart: number;
  /** Factor on the probability that they go from cart to checkout. */
  readonly eagerness: number;
}

const GLANCE: Intent = { pages: [1, 1], adds: 0.005, looksIntoCart: 0, eagerness: 1 };
const BROWSE: Intent = { pages: [2, 6], adds: 0.02, looksIntoCart: 0.35, eagerness: 0.6 };
const COMPARE: Intent = { pages: [4, 11], adds: 0.07, looksIntoCart: 0.6, eagerness: 0.8 };
const BUY: Intent = { pages: [2, 8], adds: 0.4, looksIntoCart: 0.85, eagerness: 1.25 };

/** Draws the intent of a shopper. Good traffic, a second visit and a full cart bring buyers. */
export function drawIntent(shopper: Shopper, source: TrafficSource, random: Random): Intent {
  const again = shopper.visits > 0 ? 1.4 : 1;
  const unfinished = shopper.cart.lines.length > 0 ? 2 : 1;
  return random.weighted([
    [GLANCE, 40],
    [BROWSE, 34],
    [COMPARE, 17 * source.appetite],
    [BUY, 9 * source.appetite * again * unfinished],
  ]);
}
