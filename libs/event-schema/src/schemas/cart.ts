import { Type, type Static } from '@sinclair/typebox';
import { LIMITS } from '../limits';
import { Currency, Id, Maybe, Money } from './building-blocks';
import { ProductSchema } from './product';

/** The cart after the event. */
export const CartSchema = Type.Object(
  {
    cartId: Maybe(Id("The shop's cart id.")),
    value: Maybe(Money("Sum of the lines, in the currency's smallest unit.")),
    currency: Maybe(Currency),
    items: Maybe(Type.Array(ProductSchema, { maxItems: LIMITS.maxItems })),
  },
  { description: 'The cart after the event.' },
);

export type Cart = Static<typeof CartSchema>;
