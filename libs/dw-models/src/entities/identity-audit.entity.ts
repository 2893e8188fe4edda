import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** That a link between browser and user was made, undone or restored; the last row of a link decides. */
@Entity({ name: 'identity_audit' })
@Check('identity_audit_action', `action IN ('made', 'undone', 'restored')`)
export class IdentityAudit {
  @PrimaryColumn({ type: 'text', name: 'client_id', primaryKeyConstraintName: 'identity_audit_pkey' })
  clientId!: string;

  @PrimaryColumn({ type: 'text', name: 'user_id', primaryKeyConstraintName: 'identity_audit_pkey' })
  userId!: string;

  /** From 1, of each link. */
  @PrimaryColumn({ type: 'integer', name: 'nth', primaryKeyConstraintName: 'identity_audit_pkey' })
  nth!: number;

  @Column({ type: 'text', name: 'action' })
  action!: string;

  /** The event that made the link. */
  @Column({ type: 'uuid', name: 'event_id', nullable: true })
  eventId!: string | null;

  @Column({ type: 'text', name: 'reason', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', name: 'done_by', default: () => 'CURRENT_USER' })
  doneBy!: string;

  @Column({ type: 'timestamptz', name: 'done_at', default: () => 'now()' })
  doneAt!: Date;
}
