import { Type } from '@sinclair/typebox';
import { Maybe, Text } from '../schemas/building-blocks';
import { CartSchema } from '../schemas/cart';
import { ProductSchema } from '../schemas/product';
import { defineEvent } from './define-event';

export const productView = defineEvent('product_view', 'A product page was shown.', {
  product: ProductSchema,
});

export const addToCartClick = defineEvent('add_to_cart_click', 'A product was put into the cart.', {
  product: ProductSchema,
  cart: Maybe(CartSchema),
});

export const removeFromCartClick = defineEvent(
  'remove_from_cart_click',
  'A product was taken out of the cart.',
  { product: ProductSchema, cart: Maybe(CartSchema) },
);

export const wishlistToggle = defineEvent('wishlist_toggle', 'A product was wished for, or no longer.', {
  product: ProductSchema,
  wishlisted: Maybe(Type.Boolean({ description: 'Whether it is wished for now.' })),
});

export const shareClick = defineEvent('share_click', 'A product was shared.', {
  product: ProductSchema,
  channel: Maybe(Text('Where to: copy_link, mail, …')),
});
