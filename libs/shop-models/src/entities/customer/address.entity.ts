import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An address that a customer keeps for the next order. */
@Entity('addresses')
export class AddressEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { name: 'customer_id' })
  customerId!: string;

  @Column('text')
  name!: string;

  /** Ten digits that begin with 0. */
  @Column('text')
  phone!: string;

  @Column('text')
  address!: string;

  @Column('text')
  ward!: string;

  @Column('text')
  province!: string;

  @Column('timestamptz', { name: 'kept_at', default: () => 'now()' })
  keptAt!: Date;
}
