import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that id tokens are signed with. No operation returns its private half. */
@Entity('sign_in_keys')
export class SignInKeyEntity {
  /** The `kid` of its tokens. */
  @PrimaryColumn('text')
  id!: string;

  /** A JWK. */
  @Column('jsonb', { name: 'private_key' })
  privateKey!: object;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}
