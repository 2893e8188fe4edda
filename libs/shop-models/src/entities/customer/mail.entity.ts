import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A mail to a customer as it was written. It never changes. */
@Entity('mails')
export class MailEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** Its order and its cause: the same mail again is not written. */
  @Column('text', { unique: true })
  key!: string;

  /** Null for the code of a sign-in. */
  @Column('text', { name: 'order_id', nullable: true })
  orderId!: string | null;

  @Column('text')
  recipient!: string;

  @Column('text')
  subject!: string;

  /** Plain text. */
  @Column('text')
  body!: string;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt!: Date;
}
