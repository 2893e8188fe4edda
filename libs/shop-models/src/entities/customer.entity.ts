import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A shopper who has signed in, known by the `sub` of the Cognito user pool, or by an id of the shop
 * after a sign-in by code. No password is stored here.
 */
@Entity('customers')
export class CustomerEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  /** The address that was shown to be theirs, in lower case; of one customer only. */
  @Column('text', { name: 'confirmed_email', nullable: true, unique: true })
  confirmedEmail!: string | null;

  @Column('timestamptz', { name: 'first_seen_at', default: () => 'now()' })
  firstSeenAt!: Date;
}
