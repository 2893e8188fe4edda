import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser in which a customer has signed in by a code. */
@Entity('sign_in_sessions')
export class SignInSessionEntity {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('text', { name: 'customer_id' })
  customerId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
