import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A shopper who has signed in, known by the `sub` of the Cognito user pool. No password is stored
 * here.
 */
@Entity('customers')
export class CustomerEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'first_seen_at', default: () => 'now()' })
  firstSeenAt!: Date;
}
