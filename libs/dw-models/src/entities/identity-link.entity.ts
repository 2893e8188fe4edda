import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A user who was signed in on a browser, from the first event that says so to the last. */
@Entity({ name: 'identity_links' })
export class IdentityLink {
  @PrimaryColumn({ type: 'text', name: 'client_id', primaryKeyConstraintName: 'identity_links_pkey' })
  clientId!: string;

  @PrimaryColumn({ type: 'text', name: 'user_id', primaryKeyConstraintName: 'identity_links_pkey' })
  userId!: string;

  @Column({ type: 'timestamptz', name: 'first_at' })
  firstAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_at' })
  lastAt!: Date;

  /** How many events say so. */
  @Column({ type: 'integer', name: 'events' })
  events!: number;
}
