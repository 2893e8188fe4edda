import type { Words } from '../words';
import { account } from './account';
import { browse } from './browse';
import { cart } from './cart';
import { checkout } from './checkout';
import { codes } from './codes';
import { everywhere } from './everywhere';
import { frame } from './frame';
import { order } from './order';
import { product } from './product';
import { reviews } from './reviews';
import { wishlist } from './wishlist';

export const VIETNAMESE: Words = {
  account,
  browse,
  cart,
  checkout,
  codes,
  everywhere,
  frame,
  order,
  product,
  reviews,
  wishlist,
};
