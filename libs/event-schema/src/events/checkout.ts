import { Type } from '@sinclair/typebox';
import { Count, Maybe, Text } from '../schemas/building-blocks';
import { CartSchema } from '../schemas/cart';
import { OrderSchema } from '../schemas/order';
import { defineEvent } from './define-event';

export const viewCart = defineEvent('view_cart', 'The cart was shown.', { cart: Maybe(CartSchema) });

export const checkoutStart = defineEvent('checkout_start', 'The checkout was started.', {
  cart: Maybe(CartSchema),
});

export const checkoutStep = defineEvent('checkout_step', 'A step of the checkout was completed.', {
  checkout: Type.Object(
    {
      step: Count('Number of the step, from 1.', 1),
      name: Maybe(Text('Name of the step: delivery, payment, review.')),
      option: Maybe(Text('The choice made in it, such as cash_on_delivery.')),
    },
    { description: 'The step.' },
  ),
  cart: Maybe(CartSchema),
});

export const checkoutComplete = defineEvent('checkout_complete', 'An order was placed.', {
  order: OrderSchema,
  cart: Maybe(CartSchema),
});

export const orderRefund = defineEvent('order_refund', 'An order was refunded, in full or in part.', {
  order: OrderSchema,
});
