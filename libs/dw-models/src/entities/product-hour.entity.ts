import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened to one product in one hour, by login state, bot flag and staff flag. */
@Entity({ name: 'products_hourly' })
export class ProductHour {
  @PrimaryColumn({ type: 'timestamptz', name: 'hour', primaryKeyConstraintName: 'products_hourly_pkey' })
  hour!: Date;

  @PrimaryColumn({ type: 'text', name: 'product_id', primaryKeyConstraintName: 'products_hourly_pkey' })
  productId!: string;

  @PrimaryColumn({ type: 'text', name: 'login_state', primaryKeyConstraintName: 'products_hourly_pkey' })
  loginState!: string;

  @PrimaryColumn({ type: 'boolean', name: 'is_bot', primaryKeyConstraintName: 'products_hourly_pkey' })
  isBot!: boolean;

  @PrimaryColumn({ type: 'boolean', name: 'is_staff', primaryKeyConstraintName: 'products_hourly_pkey' })
  isStaff!: boolean;

  @Column({ type: 'integer', name: 'views' })
  views!: number;

  @Column({ type: 'integer', name: 'add_to_carts' })
  addToCarts!: number;
}
