import { CartItemEntity } from './cart-item.entity';
import { CartKeyEntity } from './cart-key.entity';
import { CartEntity } from './cart.entity';
import { CategoryEntity } from './category.entity';
import { CustomerEntity } from './customer.entity';
import { OrderItemEntity } from './order-item.entity';
import { OrderEntity } from './order.entity';
import { ProductEntity } from './product.entity';

export {
  CartEntity,
  CartItemEntity,
  CartKeyEntity,
  CategoryEntity,
  CustomerEntity,
  OrderEntity,
  OrderItemEntity,
  ProductEntity,
};

/** Every entity of `clickstream_web`. */
export const SHOP_ENTITIES = [
  CartEntity,
  CartItemEntity,
  CartKeyEntity,
  CategoryEntity,
  CustomerEntity,
  OrderEntity,
  OrderItemEntity,
  ProductEntity,
];
