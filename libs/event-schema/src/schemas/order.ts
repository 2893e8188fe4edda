import { Type, type Static } from '@sinclair/typebox';
import { LIMITS } from '../limits';
import { Currency, Id, Maybe, Money, Text } from './building-blocks';
import { ProductSchema } from './product';

/** An order, or the part of it that is refunded: both carry the same `orderId`. */
export const OrderSchema = Type.Object(
  {
    orderId: Id("The shop's order id; a refund carries that of its order."),
    refundId: Maybe(Id("Of a refund: the shop's id of it, the same in every report of it. See ADR 0039.")),
    revenue: Money("What the shopper paid or got back in all, in the currency's smallest unit."),
    tax: Maybe(Money('Tax within the revenue.')),
    shipping: Maybe(Money('Shipping within the revenue.')),
    currency: Maybe(Currency),
    coupon: Maybe(Text('Coupon code.')),
    discount: Maybe(Money('Discount by the coupon, which the revenue does not contain.')),
    items: Maybe(Type.Array(ProductSchema, { maxItems: LIMITS.maxItems })),
  },
  { description: 'An order, or the refunded part of it.' },
);

export type Order = Static<typeof OrderSchema>;
