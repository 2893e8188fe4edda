import { Type } from '@sinclair/typebox';
import { Maybe, Text } from '../schemas/building-blocks';
import { CartSchema } from '../schemas/cart';
import { ProductSchema } from '../schemas/product';
import { defineEvent } from './define-event';

export const productView = defineEvent('product_view', 'A product page was shown.', {
  product: ProductSchema,
});

export const addToCartClick = defineEvent('add_to_cart_click', 'A product was added to the cart.', {
  product: ProductSchema,
  cart: Maybe(CartSchema),
});

export const removeFromCartClick = defineEvent(
  'remove_from_cart_click',
  'A product was removed from the cart.',
  { product: ProductSchema, cart: Maybe(CartSchema) },
);

export const wishlistToggle = defineEvent(
  'wishlist_toggle',
  'A product was added to the wishlist, or removed from it.',
  {
    product: ProductSchema,
    wishlisted: Maybe(Type.Boolean({ description: 'True if it is in the wishlist now.' })),
  },
);

export const shareClick = defineEvent('share_click', 'A product was shared.', {
  product: ProductSchema,
  channel: Maybe(Text('Where to: copy_link, mail, …')),
});
