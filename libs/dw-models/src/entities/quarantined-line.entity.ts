import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One line that could not be loaded, with the reason, kept until it is resolved. */
@Entity({ name: 'etl_quarantine' })
@Index('etl_quarantine_open', ['objectKey'], { where: 'resolved_at IS NULL' })
export class QuarantinedLine {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    name: 'quarantine_id',
    primaryKeyConstraintName: 'etl_quarantine_pkey',
    generatedIdentity: 'ALWAYS',
  })
  quarantineId!: string;

  @Column({ type: 'text', name: 'object_key' })
  objectKey!: string;

  @Column({ type: 'integer', name: 'line' })
  line!: number;

  @Column({ type: 'text', name: 'reason' })
  reason!: string;

  @Column({ type: 'text', name: 'detail', nullable: true })
  detail!: string | null;

  @Column({ type: 'text', name: 'raw' })
  raw!: string;

  @Column({ type: 'timestamptz', name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'quarantined_at', default: () => 'now()' })
  quarantinedAt!: Date;

  @Column({ type: 'timestamptz', name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;
}
