import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One product as the latest event that names it describes it. */
@Entity({ name: 'products' })
export class Product {
  @PrimaryColumn({ type: 'text', name: 'product_id', primaryKeyConstraintName: 'products_pkey' })
  productId!: string;

  @Column({ type: 'text', name: 'product_name', nullable: true })
  productName!: string | null;

  @Column({ type: 'text', name: 'category', nullable: true })
  category!: string | null;

  @Column({ type: 'text', name: 'brand', nullable: true })
  brand!: string | null;

  @Column({ type: 'numeric', name: 'price', nullable: true })
  price!: string | null;

  @Column({ type: 'timestamptz', name: 'seen_at' })
  seenAt!: Date;

  @Column({ type: 'uuid', name: 'seen_event_id' })
  seenEventId!: string;

  @Column({ type: 'integer', name: 'seen_sequence', nullable: true })
  seenSequence!: number | null;
}
