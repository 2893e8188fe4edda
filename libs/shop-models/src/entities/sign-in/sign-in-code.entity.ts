import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last code that was mailed to an address. */
@Entity('sign_in_codes')
export class SignInCodeEntity {
  /** In lower case. */
  @PrimaryColumn('text')
  email!: string;

  /** Null once the code was used. */
  @Column('bytea', { name: 'code_hash', nullable: true })
  codeHash!: Buffer | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** Codes that were compared with it. */
  @Column('integer', { default: 0 })
  tries!: number;

  /** When a code was asked for during the last day. */
  @Column('timestamptz', { name: 'asked_at', array: true })
  askedAt!: Date[];
}
